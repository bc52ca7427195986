using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZhuzhouGraph.Testing;

/// <summary>Certificates of an authority that nobody knows, each for two days.</summary>
public static class MadeUpAuthority
{
    /// <summary>Writes a server's key and its certificate for localhost, as Neo4j looks for them.</summary>
    /// <param name="folder">Where they are written; it is made.</param>
    /// <returns>The file with the certificate of the authority, which stands beside the folder.</returns>
    public static string WriteCertificates(string folder)
    {
        Directory.CreateDirectory(folder);
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = RSA.Create(2048);
        var asked = new CertificateRequest("CN=Test Authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = asked.CreateSelfSigned(from, until);

        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, until, [1, 2, 3, 4]);

        File.WriteAllText(Path.Combine(folder, "private.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "public.crt"), certificate.ExportCertificatePem());
        var file = Path.Combine(Path.GetDirectoryName(folder)!, "authority.pem");
        File.WriteAllText(file, authority.ExportCertificatePem());
        return file;
    }
}
