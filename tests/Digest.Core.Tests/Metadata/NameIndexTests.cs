using Digest.Core.Metadata;
using Xunit;

namespace Digest.Core.Tests.Metadata;

public class NameIndexTests
{
    [Theory]
    [InlineData("Jane Doe", "Jane Doe", true)]
    [InlineData("Jane Doe", "jane m. doe", true)]
    [InlineData("Jane Doe", "J. Doe", true)]
    [InlineData("J. M. Doe", "Jane Doe", true)]
    [InlineData("José Núñez", "Jose Nunez", true)]
    [InlineData("Jane Doe", "John Doe", false)]
    [InlineData("Jane Doe", "Jane Roe", false)]
    [InlineData("Jane Doe", "Doe", false)]
    [InlineData("Plato", "Plato", true)]
    public void A_person_is_found_by_surname_and_given_name_or_initial(string known, string asked, bool isOne)
    {
        var names = new NameIndex<int>();
        names.Add(known, 1);
        Assert.Equal(isOne, names.Holds(asked));
    }

    [Fact]
    public void What_was_added_first_is_found()
    {
        var names = new NameIndex<int>();
        names.Add("J. Doe", 1);
        names.Add("Jane Doe", 2);
        Assert.True(names.TryFind("Jane Doe", out var known));
        Assert.Equal(1, known);
    }
}
