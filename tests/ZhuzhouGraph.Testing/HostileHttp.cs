using System.Globalization;
using static ZhuzhouGraph.Testing.HostileRequest;

namespace ZhuzhouGraph.Testing;

/// <summary>Requests that break HTTP, or lean on it, at every address of the server.</summary>
public static class HostileHttp
{
    public static IReadOnlyList<HostileRequest> All { get; } = [.. Hosts(), .. Bodies(), .. Lines()];

    private static IEnumerable<HostileRequest> Hosts()
    {
        foreach (
            var host in new[]
            {
                "xn--",
                "xn--a",
                "xn--zz--zz",
                "[::1",
                "a..b",
                "localhost:99999",
                "localhost:x",
                "a@b",
                "%00",
                new string('a', 8_000),
                "",
                "株洲",
                "127.0.0.1, evil",
            }
        )
        {
            foreach (var path in new[] { "/", "/graphql?query=%7B__typename%7D", "/health/ready", "/nothing" })
                yield return Raw(
                    "host",
                    $"{(host.Length > 40 ? "8,000 letters" : host)} at {path}",
                    $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
                );
        }
        yield return Raw("host", "two of them", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n");
        yield return Raw("host", "none", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    }

    private static IEnumerable<HostileRequest> Bodies()
    {
        const string post = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";
        foreach (
            var size in new[] { "FFFFFFFFFFFFFFFF", "7FFFFFFFFFFFFFFF", "80000000", "-1", "x", "0x10", "1;" + new string('a', 10_000) }
        )
            yield return Raw(
                "body",
                $"a chunk of {(size.Length > 40 ? "10,000 characters of extension" : size)}",
                $"{post}Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n"
            );
        foreach (var length in new[] { "-1", "99999999999999999999", "9223372036854775807", "1048577", "x", "1, 2" })
            yield return Raw("body", $"a length of {length}", $"{post}Content-Length: {length}\r\n\r\n{{}}");
        yield return Raw(
            "body",
            "a length and chunks",
            $"{post}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n"
        );
        yield return Raw(
            "body",
            "chunks of one byte",
            $"{post}Transfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat("1\r\n \r\n", 20_000))}0\r\n\r\n"
        );
        yield return Raw(
            "body",
            "two megabytes in chunks",
            $"{post}Transfer-Encoding: chunked\r\n\r\n200000\r\n{new string(' ', 0x200000)}\r\n0\r\n\r\n"
        );
        yield return Post("body", "gzip that is none", "{}", null, "Content-Encoding: gzip\r\n");
        yield return Raw(
            "body",
            "a form",
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + "application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nquery=x"
        );
        yield return Raw(
            "body",
            "a type of 7,000 parameters",
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: "
                + $"close\r\nContent-Type: "
                + $"application/json{string.Concat(Enumerable.Repeat(";a=b", 4_000))}\r\nContent-Length: 2\r\n\r\n{{}}"
        );
    }

    private static IEnumerable<HostileRequest> Lines()
    {
        (string Name, string Header)[] headers =
        [
            ("Accept of 4,000 types", "Accept: " + string.Join(",", Enumerable.Repeat("a/b;q=0.5", 3_000))),
            ("Accept with odd weights", "Accept: application/json;q=1e9, */*;q=-1, text/html;q=0.0000001"),
            ("If-None-Match of 1,500 tags", "If-None-Match: " + string.Join(",", Enumerable.Repeat("\"aaaaaaaaaaaaaaaa\"", 1_500))),
            ("Accept-Encoding of 3,000", "Accept-Encoding: " + string.Join(",", Enumerable.Repeat("gzip;q=0.1", 2_900))),
            ("Origin of 20,000 characters", "Origin: http://" + new string('a', 20_000)),
            ("traceparent that is none", "traceparent: " + new string('0', 5_000)),
            (
                "200 headers",
                string.Join("\r\n", Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"X-{i}: 1")))
            ),
            ("40,000 characters in a header", "X-Long: " + new string('a', 40_000)),
            ("Range", "Range: bytes=0-,0-,0-,0-,0-"),
            ("If-Modified-Since that is none", "If-Modified-Since: yesterday"),
            ("X-Forwarded-For", "X-Forwarded-For: " + string.Join(",", Enumerable.Repeat("1.1.1.1", 3_000))),
        ];
        foreach (var (name, header) in headers)
        {
            foreach (var path in new[] { "/", "/graphql?query=%7Bsummary%7Barticles%7D%7D" })
                yield return Raw(
                    "header",
                    $"{name} at {path[..(path.Length > 8 ? 8 : path.Length)]}",
                    $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n"
                );
        }
        (string Name, string Line)[] lines =
        [
            ("an address of 9,000 characters", $"GET /graphql?query={new string('a', 9_000)} HTTP/1.1"),
            ("zeros in the address", "GET /graphql?query=%00%00 HTTP/1.1"),
            ("bytes that are no UTF-8", "GET /graphql?query=%ff%fe HTTP/1.1"),
            ("a path upwards", "GET /../../etc/passwd HTTP/1.1"),
            ("a path upwards, written", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1"),
            ("an unknown version", "GET / HTTP/9.9"),
            ("an unknown method", "BREW /graphql HTTP/1.1"),
            ("a method of 8,000 letters", $"{new string('A', 8_000)} / HTTP/1.1"),
            ("TRACE", "TRACE /graphql HTTP/1.1"),
            ("CONNECT", "CONNECT localhost:80 HTTP/1.1"),
            ("an address as a whole", "GET http://evil/graphql HTTP/1.1"),
            ("an asterisk", "OPTIONS * HTTP/1.1"),
            ("no HTTP", "\u0016\u0003\u0001\u0002"),
        ];
        foreach (var (name, line) in lines)
            yield return Raw("line", name, $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        yield return Raw("line", "a folded header", "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\nConnection: close\r\n\r\n");
        var parameters = string.Join("&", Enumerable.Range(0, 1_000).Select(i => $"a{i}=1"));
        yield return Raw("line", "1,000 parameters", $"GET /graphql?{parameters} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
