using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Identity;

namespace LeadHeat.Tests.Core.Identity;

public sealed class VariantTests
{
    [Theory]
    [InlineData("+5511987654321", "+551187654321")]
    [InlineData("+5588998765432", "+558898765432")]
    [InlineData("+9710501234567", "+971501234567")]
    [InlineData("+9109876543210", "+919876543210")]
    [InlineData("+5215512345678", "+525512345678")]
    [InlineData("+5491112345678", "+541112345678")]
    [InlineData("+4407911123456", "+447911123456")]
    [InlineData("16505551234", "+16505551234")]
    public void Two_ways_to_write_a_number_compare_as_one(string one, string other) =>
        Assert.Equal(PhoneVariants.Matching(one), PhoneVariants.Matching(other));

    [Theory]
    [InlineData("+551187654321", "+551177654321")]
    [InlineData("+551132654321", "+5511932654321")]
    [InlineData("+16505551234", "+16505551235")]
    [InlineData("+390612345678", "+39612345678")]
    [InlineData("+521551234567", "+52551234567")]
    [InlineData("+971501234567", "+966501234567")]
    public void Two_numbers_stay_two(string one, string other) =>
        Assert.NotEqual(PhoneVariants.Matching(one), PhoneVariants.Matching(other));

    [Theory]
    [InlineData("A.B.Khan@gmail.com", "abkhan@googlemail.com", true)]
    [InlineData("asha+homes@outlook.com", "asha@outlook.com", true)]
    [InlineData(" Asha@Example.com", "asha@example.com", true)]
    [InlineData("a.khan@example.com", "akhan@example.com", false)]
    [InlineData("asha+homes@example.com", "asha@example.com", false)]
    [InlineData("+@gmail.com", "@gmail.com", false)]
    public void Addresses_of_one_mailbox_compare_as_one(string one, string other, bool same) =>
        Assert.Equal(same, EmailVariants.Matching(one) == EmailVariants.Matching(other));

    [Fact]
    public void What_keys_compare_by_compares_by_itself() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Arb.From(from country in Gen.Elements("55", "52", "54", "971", "91", "44", "1", "7", "39")
                     from digits in Gen.Elements("0", "1", "9", "10", "19", "90").ArrayOf()
                     from letters in Gen.Elements("a", ".", "+", "@", " ", "É").ArrayOf()
                     select ($"+{country}{string.Concat(digits)}", string.Concat(letters) + "@gmail.com")), key =>
            PhoneVariants.Matching(key.Item1) is var phone && PhoneVariants.Matching(phone) == phone
            && EmailVariants.Matching(key.Item2) is var email && EmailVariants.Matching(email) == email));

    [Theory]
    [InlineData("Ahmed Khan", "ahmed khan", NameAgreement.Same)]
    [InlineData("A. Khan", "Ahmed Khan", NameAgreement.Same)]
    [InlineData("Ahmed", "Ahmed Ali Khan", NameAgreement.Same)]
    [InlineData("José García", "Jose Garcia", NameAgreement.Same)]
    [InlineData("O’Brien", "O'Brien", NameAgreement.Same)]
    [InlineData("Ali Khan", "Ali Hassan", NameAgreement.Different)]
    [InlineData("Asha", "Priya", NameAgreement.Different)]
    [InlineData("A", "B", NameAgreement.Different)]
    [InlineData("A", "A", NameAgreement.Different)]
    [InlineData(null, "Asha", NameAgreement.Unknown)]
    [InlineData("🌸", "Asha", NameAgreement.Unknown)]
    [InlineData("أحمد خان", "Ahmed Khan", NameAgreement.Unknown)]
    public void Names_agree_differ_or_cannot_be_compared(string? one, string? other, NameAgreement expected)
    {
        Assert.Equal(expected, Names.Compare(one, other));
        Assert.Equal(expected, Names.Compare(other, one));
    }
}
