using Digest.Testing;

[assembly: Xunit.AssemblyFixture(typeof(AzuriteFixture))]
