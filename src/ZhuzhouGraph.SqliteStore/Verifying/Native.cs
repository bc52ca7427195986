using System.Runtime.InteropServices;

namespace ZhuzhouGraph.SqliteStore.Verifying;

/// <summary>What the bundled SQLite can do and its package does not offer.</summary>
internal static unsafe partial class Native
{
    private const string Library = "e_sqlite3";

    /// <summary>Asks whether the file was renamed, deleted or replaced since it was opened.</summary>
    public const int HasMoved = 20;

    /// <summary>
    /// Before each row that changes, also those of search tables and of cascades: kind, database, table, old and new key.
    /// </summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_hook")]
    public static partial nint SetPreupdateHook(
        nint database,
        delegate* unmanaged[Cdecl]<nint, nint, int, byte*, byte*, long, long, void> hook,
        nint context
    );

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_count")]
    public static partial int PreupdateCount(nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_old")]
    public static partial int PreupdateOld(nint database, int column, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_new")]
    public static partial int PreupdateNew(nint database, int column, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    public static partial int KindOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    public static partial long NumberOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_double")]
    public static partial double FloatOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob")]
    public static partial byte* BytesOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes")]
    public static partial int LengthOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    public static partial nint ColumnOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FileControl(nint database, string name, int operation, out int answer);
}
