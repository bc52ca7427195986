using ZhuzhouGraph.Stores.Tests.Contract;

namespace ZhuzhouGraph.Stores.Tests;

public class ContractComplianceTests
{
    /// <summary>Contract classes that a store leaves out, each with its reason, as "Store.Contract".</summary>
    private static readonly Dictionary<string, string> Exceptions = [];

    /// <summary>Every folder of store tests: the namespaces that hold a class of the contract.</summary>
    public static TheoryData<string> Stores =>
        [.. Types.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(StoreContract))).Select(t => t.Namespace!.Split('.')[^1]).Distinct()];

    private static Type[] Types => typeof(StoreContract).Assembly.GetTypes();

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_store_runs_every_class_of_the_contract(string store)
    {
        var contracts = Types.Where(t => t.IsAbstract && t.BaseType == typeof(StoreContract)).ToList();
        contracts.Count.ShouldBeGreaterThan(5);

        var forgotten = contracts
            .Where(contract =>
                !Types.Any(t => !t.IsAbstract && t.BaseType == contract && t.Namespace!.EndsWith("." + store, StringComparison.Ordinal))
            )
            .Select(contract => $"{store}.{contract.Name}")
            .Where(name => !Exceptions.ContainsKey(name));

        forgotten.ShouldBeEmpty();
    }

    [Fact]
    public void The_embedded_store_is_among_the_stores() =>
        Types.ShouldContain(t => t.Namespace == "ZhuzhouGraph.Stores.Tests.Sqlite" && t.BaseType == typeof(ImportContract));
}
