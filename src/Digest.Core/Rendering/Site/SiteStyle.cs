namespace Digest.Core.Rendering.Site;

/// <summary>The style sheet of the site, made from <see cref="Theme"/>. No fonts or images are loaded.</summary>
internal static class SiteStyle
{
    /// <summary>The sheet.</summary>
    public static string Css { get; } =
        $$$"""
        :root{color-scheme:light dark;{{{Variables(Theme.Light)}}}--serif:{{{Theme.Serif}}};--sans:{{{Theme.Sans}}} }
        @media (prefers-color-scheme:dark){:root{ {{{Variables(Theme.Dark)}}} }}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:1.1875rem/1.6 var(--serif);overflow-wrap:break-word}
        a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
        a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
        .skip{position:absolute;left:-100vw}
        .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.75rem 1rem;z-index:1}
        .page{max-width:46rem;margin:0 auto;padding:0 1.5rem;background:var(--paper);border-top:3px solid var(--accent);min-height:100vh}
        @media (min-width:48rem){.page{padding:0 4rem}}
        .top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding:1.5rem 0 1rem;border-bottom:1px solid var(--rule)}
        .top .name{font-weight:700;font-size:1.375rem;letter-spacing:-.01em;margin-right:auto;color:var(--ink);text-decoration:none}
        .top nav{display:flex;gap:1.25rem}
        .top nav a,.foot a{font:500 .9375rem/1.5 var(--sans);color:var(--muted);padding:.5rem 0;display:inline-block}
        main{padding:2.25rem 0 3rem}
        h1{font-size:2.375rem;line-height:1.16;letter-spacing:-.015em;margin:0;text-wrap:balance}
        h2{font-size:1.5rem;line-height:1.28;margin:2.5rem 0 0;text-wrap:balance}
        h3,h4,h5,h6{font-size:1.1875rem;line-height:1.4;margin:2rem 0 0}
        h1 a,h2 a,h3 a{color:var(--ink);text-decoration:none}
        h1 a:hover,h2 a:hover,h3 a:hover{text-decoration:underline}
        p,ul,ol,blockquote,pre,table{margin:1rem 0 0}
        .dek{font-size:1.3125rem;line-height:1.48;color:var(--muted)}
        .meta{font:400 .9375rem/1.55 var(--sans);color:var(--muted);margin-top:.75rem}
        .label{font:700 .875rem/1.5 var(--sans);letter-spacing:.04em;color:var(--accent);margin:2.75rem 0 0;padding-top:1.25rem;border-top:1px solid var(--rule)}
        .intro{font-style:italic;font-size:1.25rem}
        .entry{padding-top:2rem;margin-top:2rem;border-top:1px solid var(--rule)}
        .entry:first-of-type{border-top:0;padding-top:0}
        .entry h2{margin:0}
        .lead h2{font-size:2.25rem;line-height:1.17;letter-spacing:-.015em}
        .quiet{font:400 .9375rem/1.55 var(--sans);letter-spacing:0;color:var(--muted)}
        .quiet a{color:inherit}
        .note{border-left:3px solid var(--accent);padding:.25rem 0 .25rem 1.125rem;font:400 1rem/1.55 var(--sans)}
        .numbers{display:grid;grid-template-columns:10rem 1fr;gap:1.5rem 1.5rem;margin:1.25rem 0 0}
        .numbers dt{font-size:1.625rem;line-height:1.25;font-weight:700;color:var(--accent);width:10rem}
        .numbers dt span{display:block;font:400 .875rem/1.45 var(--sans);color:var(--muted)}
        .numbers dd{margin:0;font-size:1.0625rem;line-height:1.5}
        .numbers div{grid-column:1/-1;display:grid;grid-template-columns:10rem 1fr;column-gap:1.5rem}
        .numbers div dt{grid-column:1}
        .numbers div dt+dt{padding-top:.75rem}
        .numbers div dd{grid-column:2;grid-row:1/span 20}
        .numbers .from{display:block;font:400 .875rem/1.5 var(--sans);padding:.25rem 0;color:var(--muted)}
        @media (max-width:30rem){.numbers{grid-template-columns:1fr;gap:0}.numbers dt{width:auto}.numbers dd{padding:.25rem 0 1.5rem}.numbers div{display:block}h1,.lead h2{font-size:1.9375rem}.quiet{font-size:.9375rem}}
        .body{margin-top:2rem}
        .body h2{margin-top:2.5rem}
        blockquote{padding-left:1.25rem;border-left:3px solid var(--rule);margin-left:0;margin-right:0}
        pre{overflow-x:auto;font-size:.9375rem;padding:1rem;background:var(--ground)}
        table{border-collapse:collapse;display:block;overflow-x:auto;font-size:1rem}
        th,td{border-bottom:1px solid var(--rule);padding:.4rem .75rem .4rem 0;vertical-align:top;text-align:left}
        hr{border:0;border-top:1px solid var(--rule);margin:2.5rem 0 0}
        .subscribe{margin:2.5rem 0 0;padding:1.5rem;background:var(--ground);border-radius:4px}
        .subscribe label{display:block;font-weight:700}
        .subscribe div{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:.75rem}
        .subscribe input{flex:1 1 14rem;min-height:3rem;padding:.5rem .75rem;font:400 1.0625rem/1.4 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:4px}
        .subscribe button{min-height:3rem;padding:.5rem 1.5rem;font:600 1.0625rem/1.4 var(--sans);color:var(--on-accent);background:var(--accent);border:0;border-radius:4px;cursor:pointer}
        .actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem}
        .actions button{min-height:2.75rem;padding:.375rem 1.125rem;font:600 .9375rem/1.4 var(--sans);color:var(--accent);background:none;border:1px solid var(--accent);border-radius:4px;cursor:pointer}
        .facts{display:grid;grid-template-columns:max-content 1fr;gap:.625rem 1.25rem;margin:1.25rem 0 0}
        .facts dt{font:400 .9375rem/1.6 var(--sans);color:var(--muted);padding-top:.125rem}
        .facts dd{margin:0;font-size:1.0625rem}
        .facts .look{font-weight:700;color:var(--accent)}
        .aside{font:400 .875rem/1.5 var(--sans);color:var(--muted)}
        .away{position:absolute;left:-200vw}
        .archive{list-style:none;padding:0}
        .archive li{padding:1rem 0;border-bottom:1px solid var(--rule)}
        .archive li:last-child{border-bottom:0}
        .archive .meta{margin-top:.125rem}
        h1+.label{border-top:0;margin-top:1.5rem;padding-top:0}
        .label+.archive{margin-top:.25rem}
        .years{list-style:none;padding:0;margin-top:.5rem;display:flex;flex-wrap:wrap;gap:0 1.5rem}
        .years a{display:inline-block;padding:.5rem 0}
        .foot{padding:1.5rem 0 3rem;border-top:1px solid var(--rule);font:400 .9375rem/1.6 var(--sans);color:var(--muted)}
        .foot nav{display:flex;flex-wrap:wrap;gap:0 1.25rem}
        @media print{body,.page{background:#fff;color:#000}.page{max-width:none;border:0;padding:0}.top nav,.foot,.subscribe,.skip{display:none}a{color:inherit}.body a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}h1,h2,h3{break-after:avoid}}

        """;

    private static string Variables(Palette colours) =>
        $"--ground:{colours.Ground};--paper:{colours.Paper};--ink:{colours.Ink};--muted:{colours.Muted};--accent:{colours.Accent};--rule:{colours.Rule};--on-accent:{colours.OnAccent};";
}
