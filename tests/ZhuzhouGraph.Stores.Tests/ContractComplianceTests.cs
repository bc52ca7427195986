using ZhuzhouGraph.Stores.Tests.Contract;

namespace ZhuzhouGraph.Stores.Tests;

public class ContractComplianceTests
{
    /// <summary>Contract classes that a store leaves out, each with its reason, as "Store.Contract".</summary>
    private static readonly Dictionary<string, string> Exceptions = [];

    /// <summary>Every folder of store tests: the namespaces that hold a class of the contract.</summary>
    public static TheoryData<string> Stores =>
        [.. Types.Where(t => !t.IsAbstract && ContractOf(t) is not null).Select(t => t.Namespace!.Split('.')[^1]).Distinct()];

    private static Type[] Types => typeof(StoreContract<>).Assembly.GetTypes();

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_store_runs_every_class_of_the_contract(string store)
    {
        var contracts = Types.Where(t => t.IsAbstract && Definition(t.BaseType) == typeof(StoreContract<>)).ToList();
        contracts.Count.ShouldBeGreaterThan(5);

        var forgotten = contracts
            .Where(contract =>
                !Types.Any(t => !t.IsAbstract && ContractOf(t) == contract && t.Namespace!.EndsWith("." + store, StringComparison.Ordinal))
            )
            .Select(contract => $"{store}.{contract.Name.Split('`')[0]}")
            .Where(name => !Exceptions.ContainsKey(name));

        forgotten.ShouldBeEmpty();
    }

    [Fact]
    public void The_embedded_store_is_among_the_stores() =>
        Types.ShouldContain(t => t.Namespace == "ZhuzhouGraph.Stores.Tests.Sqlite" && ContractOf(t) == typeof(ImportContract<>));

    /// <summary>The class of the contract that a test class binds to its stores; null for other classes.</summary>
    private static Type? ContractOf(Type type) =>
        Definition(type.BaseType) is { } contract && Definition(contract.BaseType) == typeof(StoreContract<>) ? contract : null;

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : null;
}
