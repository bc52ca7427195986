using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;
using Swashbuckle.AspNetCore.SwaggerUI;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi.Document;

/// <summary>The OpenAPI document of the REST API, and the page that shows it. Swashbuckle makes both of what is declared.</summary>
internal static class ApiDocument
{
    /// <summary>The page is Swashbuckle's, which brings its own script and writes styles into the page.</summary>
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'";

    public static void AddServices(IServiceCollection services, RestApi api)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(
                RestApi.Version,
                new OpenApiInfo
                {
                    Title = "ZhuzhouGraph",
                    Version = RestApi.Version,
                    Description = SchemaParts.Describe(
                        "报纸知识图谱",
                        "A graph of what a city newspaper prints: who, what, where and how much, each fact with the place where it is "
                            + "printed. Everything is read-only. GraphQL, at /graphql, answers the same questions and more."
                    ),
                }
            );
            options.AddOperationFilterInstance(new OperationDescriber());
            options.AddDocumentFilterInstance(new SchemaDescriber(api));
        });
    }

    /// <summary>Serves the document and the page; both before the addresses that they describe.</summary>
    public static void Use(WebApplication app, AnswerTags tags)
    {
        var document = new Lazy<Task<ReadOnlyMemory<byte>>>(() => WriteAsync(app.Services));
        app.MapMethods(RestApi.Document, [HttpMethods.Get, HttpMethods.Head], async context =>
            {
                RestEndpoint.SetVary(context.Response);
                context.Response.ContentType = $"{MediaTypes.Json}; charset=utf-8";
                context.Response.Headers.CacheControl = RestEndpoint.CacheControl;
                await tags.SendAsync(context, await document.Value, MediaTypes.Json);
            })
            .ExcludeFromDescription();
        app.Use(
            (context, next) =>
            {
                var path = context.Request.Path;
                if (path.StartsWithSegments(RestApi.Page) && !path.StartsWithSegments(RestApi.Root))
                    context.Response.Headers.ContentSecurityPolicy = PagePolicy;
                return next(context);
            }
        );
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = RestApi.Page.TrimStart('/');
            options.DocumentTitle = "ZhuzhouGraph · REST";
            options.SwaggerEndpoint(RestApi.Document, RestApi.Version);
            options.DocExpansion(DocExpansion.List);
            options.DefaultModelsExpandDepth(-1);
        });
    }

    private static async Task<ReadOnlyMemory<byte>> WriteAsync(IServiceProvider services)
    {
        var document = services.GetRequiredService<ISwaggerProvider>().GetSwagger(RestApi.Version);
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        await text.FlushAsync();
        return System.Text.Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n") + "\n");
    }
}
