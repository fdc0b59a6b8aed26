namespace Digest.Core.Decoding.Labels;

/// <summary>The labels that forms, tables and front matter of drafts have.</summary>
internal static class FormLabels
{
    /// <summary>Keys of the title, as front matter spells them: the first that is there counts.</summary>
    public static readonly string[] Title = ["title", "headline", "hed", "head", "working title", "essay title", "article title", "titel", "titre", "título", "titulo", "titolo"];

    /// <summary>Keys of the standfirst.</summary>
    public static readonly string[] Dek =
    [
        "dek", "deck", "subtitle", "sub-title", "subhead", "subheading", "subheadline", "standfirst", "strapline", "sell", "description", "summary", "excerpt", "lede", "abstract", "highlight",
        "untertitel", "vorspann", "sous-titre", "chapô", "chapo", "subtítulo", "subtitulo", "sottotitolo",
    ];

    /// <summary>Keys of the authors.</summary>
    public static readonly string[] Author =
        ["author", "authors", "author name", "author(s)", "byline", "by-line", "by", "writer", "written by", "contributors", "autor", "autorin", "autoren", "auteur", "autrice", "autora", "autore"];

    /// <summary>Keys of the day of publication.</summary>
    public static readonly string[] Date =
        ["date", "published", "publish_date", "publishdate", "published_at", "pubdate", "publication_date", "publication date", "publish date", "pub date", "datum", "fecha", "data"];

    private static readonly string[] AuthorNote = ["bio", "author bio", "bio line", "author note", "about the author", "contributor bio", "tagline", "shirttail"];

    private static readonly string[] Body = ["body", "body text", "text", "copy", "essay", "article", "story", "main text", "content"];

    private static readonly string[] Desk =
    [
        "word count", "wordcount", "words", "length", "slug", "status", "state", "stage", "draft", "version", "deadline", "due", "due date", "contact", "contact details", "email", "e-mail", "phone", "tel",
        "telephone", "mobile", "address", "twitter", "tags", "tag", "keywords", "categories", "category", "section", "desk", "issue", "commissioned by", "commissioning editor", "editor", "edited by", "created",
        "created by", "created time", "last edited", "last edited by", "last edited time", "last updated", "updated", "modified", "owner", "assignee", "assigned to", "priority", "project", "pictures", "picture",
        "art", "image", "images", "hero image", "image credit", "alt text", "caption", "url", "link", "permalink", "rights", "fee", "notes", "note", "notes for desk", "notes for the desk", "notes for editors", "notes to editors", "note to editor", "note to desk", "note to subs", "hed options", "headline options", "seo title", "seo headline", "seo description", "meta title",
        "meta description", "social headline", "social", "tweet", "language", "lang", "type", "kind", "css", "layout", "alias", "aliases", "filename", "file", "id", "series", "kicker", "schlagworte",
        "submitted", "submission date", "run date", "embargo", "format", "client", "publication", "site", "source",
        "publication info", "publication title", "publication year", "publication subject", "publication type", "document type", "document url", "source type", "database", "language of publication",
        "country of publication", "place of publication", "issn", "issue date", "load-date", "load date",
    ];

    private static readonly string[] Work =
    [
        "publisher", "pages", "page count", "isbn", "price", "translator", "translated by", "director", "directed by", "starring", "cast", "label", "release date", "released", "running time", "runtime", "rating",
        "verlag", "seiten", "éditeur", "doi", "journal", "venue", "where", "when", "tickets", "year", "medium", "location",
    ];

    private static readonly Dictionary<string, LabelField> Fields = new(StringComparer.OrdinalIgnoreCase);

    static FormLabels()
    {
        foreach (var (labels, field) in new[] { (Title, LabelField.Title), (Dek, LabelField.Dek), (Author, LabelField.Author), (Date, LabelField.Date), (AuthorNote, LabelField.AuthorNote), (Body, LabelField.Body), (Desk, LabelField.Desk), (Work, LabelField.Work) })
        {
            foreach (var label in labels)
            {
                Fields[label] = field;
            }
        }
    }

    /// <summary>What a label says; a colon behind it is no part of it.</summary>
    public static LabelField Of(string label) => Fields.GetValueOrDefault(label.Trim().TrimEnd(':').TrimEnd());

    /// <summary>The label of a line and its value ("Hed: The Ferry", "author:: Jane Doe"); of no line of running text.</summary>
    public static (LabelField Field, string Value) Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || Of(line[..colon]) is var field && field == LabelField.None ? default : (field, line[colon..].TrimStart(':').Trim());
    }
}
