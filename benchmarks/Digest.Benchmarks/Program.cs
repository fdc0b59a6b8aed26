using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Digest.Benchmarks.Fuzzing;

if (args is ["fuzz", ..])
{
    return FuzzRun.Run(args);
}

// In this process: a project that the harness generates does not get the repository's build settings and fails to restore.
BenchmarkSwitcher
    .FromAssembly(System.Reflection.Assembly.GetExecutingAssembly())
    .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
return 0;
