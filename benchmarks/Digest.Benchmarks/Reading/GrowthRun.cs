using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;

namespace Digest.Benchmarks.Reading;

/// <summary>
/// <c>growth</c>: how the time of a reading grows when the drop grows twofold, from 10 KB to 10 MB, for drops of several
/// forms. A size counts with the quickest of its rounds; 2.0 is linear.
/// </summary>
internal static class GrowthRun
{
    private const int SmallestBytes = 10_000;
    private const int Doublings = 10;
    private const string Sentence = "The committee of {0} found that about {1} percent of the river towns had lost their bridges, and Jane Doe of Harbour {0} said so. ";

    private static readonly (string Name, string Start, string Unit, string End)[] Forms =
    [
        ("paragraphs.html", "<html><body><article><h1>A title of its own</h1>", $"<p>{Sentence}{Sentence}</p>\n", "</article></body></html>"),
        ("nested.html", "<html><body><main><h1>A title of its own</h1>", $"<div class=\"c{{1}}\"><section><div><p>{Sentence}</p></div><ul><li><a href=\"/{{0}}\">Read more of {{0}}</a></li></ul></section></div>\n", "</main></body></html>"),
        ("inline.html", "<html><body><article><p>", "<b>The {0}</b> town <i>had <a href=\"/{0}\">lost</a></i> its <em>bridge</em>, ", "</p></article></body></html>"),
        ("marks.html", "<html><body><article><p>", "The cafe\u0301 {0} had <a href=\"/{0}\">cre\u0300me</a>, ", "</p></article></body></html>"),
        ("table.html", "<html><body><article><h1>A title</h1><p>" + Sentence + "</p><table>", "<tr><td>{0}</td><td>{1} percent</td></tr>\n", "</table></article></body></html>"),
        ("broken.html", "<html><body><article>", "<p>The {0} <b>town <i>of the <div>river {1}</b> was </i>lost", ""),
        ("blank-lines.txt", "A title of its own\n\n", Sentence + "\n\n", ""),
        ("one-line.txt", "A title of its own\n\n", Sentence, ""),
        ("authors.txt", "A title of its own\n\n" + Sentence + Sentence + Sentence + "\n\n", "Jane Doe{0:x} is a professor of history at the University of Leeds.\n\n", ""),
        ("headings.md", "# A title of its own\n\n", "## Part {0}\n\n" + Sentence + "\n\n- one of {1}\n- two of {1}\n\n", ""),
        ("links.md", "# A title of its own\n\n", "The [town {0}][{0}] lost its *bridge*.\n\n[{0}]: https://example.org/{0}\n\n", ""),
    ];

    public static int Run()
    {
        var reader = new EssayReader(RuleSet.Default);
        foreach (var form in Forms)
        {
            var drops = Enumerable.Range(0, Doublings + 1).Select(n => Drop(form, SmallestBytes << n)).ToList();
            var costs = drops.ConvertAll(_ => Cost.Unknown);
            for (var n = 0; n <= Doublings; n++)
            {
                for (var round = Math.Clamp((1 << (Doublings - n)) / 16, 3, 20); round > 0; round--)
                {
                    costs[n] = costs[n].OrLess(Cost.Of(() => reader.Explain(drops[n])));
                }
            }

            var ratios = costs.Skip(1).Zip(costs, (more, less) => more.Time / less.Time).Select(r => r.ToString("0.0", CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{form.Name,-16} {costs[0].Time.TotalMilliseconds,6:0.00} ms to {costs[^1].Time.TotalMilliseconds,6:0} ms, {Outcome(reader, drops[^1]),-8} a doubling: {string.Join(' ', ratios)}, a tenfold on average {Math.Pow(costs[^1].Time / costs[0].Time, 1.0 / Math.Log10(1 << Doublings)):0.0}"));
        }

        return 0;
    }

    private static string Outcome(EssayReader reader, RawEssay drop) =>
        reader.Read(drop) is ReadResult.Rejected rejected ? rejected.Problem.Code : "read,";

    private static RawEssay Drop((string Name, string Start, string Unit, string End) form, int bytes)
    {
        var text = new StringBuilder(bytes + 1_000).AppendFormat(CultureInfo.InvariantCulture, form.Start, 0, 0);
        for (var n = 0; text.Length < bytes; n++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, form.Unit, n, n % 90 + 10);
        }

        return new RawEssay(form.Name, Encoding.UTF8.GetBytes(text.Append(form.End).ToString()), ContentType: null, DateTimeOffset.UnixEpoch);
    }
}
