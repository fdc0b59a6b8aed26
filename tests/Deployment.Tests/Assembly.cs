using Digest.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
