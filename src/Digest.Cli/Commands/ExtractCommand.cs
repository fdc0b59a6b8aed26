using System.CommandLine;
using System.Text;
using Digest.Cli.Extraction;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Core.Issues;

namespace Digest.Cli.Commands;

/// <summary><c>digest extract PATH… [--jsonl FILE] [--jobs N]</c>: the content steps on files and folders, without storage.</summary>
internal static class ExtractCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders to read.", Arity = ArgumentArity.OneOrMore };
        var jsonl = new Option<FileInfo?>("--jsonl") { Description = "File to write instead of the terminal, one JSON object a line." };
        var jobs = new Option<int>("--jobs") { Description = "Files read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--jobs takes a number from 1 to 256.");
            }
        });
        var command = new Command("extract", "Reads essays from files and folders and writes what was read, one JSON object a line.") { paths, jsonl, jobs };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(paths), parsed.GetValue(jsonl), parsed.GetValue(jobs), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, FileInfo? jsonl, int jobs, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files;
        try
        {
            files = EssayFiles.Find(paths);
        }
        catch (FileNotFoundException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }

        var reader = new EssayReader(RuleSet.Default);
        var lines = files.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellationToken)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(file => ExtractedLine.Of(Path.GetFileName(file), reader.Read(EssayFiles.Read(file))));
        var problems = 0;
        var writer = jsonl is null ? output : new StreamWriter(jsonl.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            foreach (var line in lines)
            {
                problems += line.Problem is null ? 0 : 1;
                await writer.WriteAsync(line.ToJson() + "\n");
            }
        }
        finally
        {
            await writer.FlushAsync(cancellationToken);
            if (jsonl is not null)
            {
                await writer.DisposeAsync();
            }
        }

        if (jsonl is not null)
        {
            await output.WriteLineAsync($"{Amount.Of(files.Count - problems, "essay")} and {Amount.Of(problems, "problem")} written to {jsonl.FullName}.");
        }

        return 0;
    }
}
