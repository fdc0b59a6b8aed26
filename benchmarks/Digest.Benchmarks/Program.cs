using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Digest.Benchmarks.Fuzzing;
using Digest.Benchmarks.Reading;

switch (args)
{
    case ["fuzz", ..]:
        return FuzzRun.Run(args);
    case ["pages", var directory]:
        return PagesRun.Run(directory);
    case ["rules", var directory]:
        return RulesRun.Run(directory);
    case ["growth"]:
        return GrowthRun.Run();
}

// In this process: a project that the harness generates does not get the repository's build settings and fails to restore.
BenchmarkSwitcher
    .FromAssembly(System.Reflection.Assembly.GetExecutingAssembly())
    .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
return 0;
