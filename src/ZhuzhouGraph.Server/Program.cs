using System.CommandLine;
using System.Text;
using ZhuzhouGraph.Server.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var serve = new Command("serve", "Brings the store up to the seeds and serves GraphQL; the default.");
ServeCommand.Configure(serve);
var root = new RootCommand("ZhuzhouGraph: a knowledge graph of what newspapers print, every fact with its evidence.")
{
    serve,
    McpCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    SentencesCommand.Create(),
    FiguresCommand.Create(),
    CheckClaimCommand.Create(),
    DraftCommand.Create(),
    RemoveCommand.Create(),
    ExportCommand.Create(),
    BackupCommand.Create(),
    VerifyCommand.Create(),
    SchemaCommand.Create(),
};
ServeCommand.Configure(root);

// A path may begin with @, which names no file of further arguments here.
return await CommandRunner.RunAsync(root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }));
