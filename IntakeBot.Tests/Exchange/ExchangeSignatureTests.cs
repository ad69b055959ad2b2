using System.Buffers.Text;
using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Exchange;

public sealed class ExchangeSignatureTests
{
    private static readonly Uri Target = new("http://Desk.Example:80/v1/manifest?kind=cold&limit=2");
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_signature_base_and_key_of_RFC_9421_B_2_6_give_its_signature()
    {
        using var key = new SigningKey(Base64Url.DecodeFromChars("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU"));
        var signed = SignatureBase.Of(
            [
                ("date", "Tue, 20 Apr 2021 02:07:55 GMT"), ("@method", "POST"), ("@path", "/foo"), ("@authority", "example.com"),
                ("content-type", "application/json"), ("content-length", "18"),
            ],
            "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"");

        Assert.Equal("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs", key.Public.ToString());
        Assert.Equal(
            "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==", Convert.ToBase64String(key.SignRaw(signed)));
    }

    [Fact]
    public void The_example_of_RFC_9421_2_5_gives_the_base_that_stands_there()
    {
        const string Digest = "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";
        var signed = SignatureBase.Of(
            [
                ("@method", "POST"), ("@authority", "example.com"), ("@path", "/foo"), ("content-digest", Digest), ("content-length", "18"),
                ("content-type", "application/json"),
            ],
            "(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"content-length\" \"content-type\");created=1618884473;keyid=\"test-key-rsa-pss\"");

        Assert.Equal(
            $"""
            "@method": POST
            "@authority": example.com
            "@path": /foo
            "content-digest": {Digest}
            "content-length": 18
            "content-type": application/json
            "@signature-params": ("@method" "@authority" "@path" "content-digest" "content-length" "content-type");created=1618884473;keyid="test-key-rsa-pss"
            """,
            Encoding.ASCII.GetString(signed));
    }

    [Fact]
    public void The_signature_of_RFC_9421_B_2_6_is_good_for_its_base_and_for_no_other()
    {
        var key = VerifyKey.Parse("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs")!;
        var signature = Convert.FromBase64String("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
        const string Base =
            """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@authority": example.com
            "content-type": application/json
            "content-length": 18
            "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"
            """;

        Assert.True(key.VerifiesRaw(signature, Encoding.ASCII.GetBytes(Base)));
        Assert.False(key.VerifiesRaw(signature, Encoding.ASCII.GetBytes(Base + "\n")));
        Assert.False(key.VerifiesRaw(signature, Encoding.ASCII.GetBytes(Base.Replace("POST", "post", StringComparison.Ordinal))));
    }

    /// <summary>The examples of sections 2.2.3 (@authority), 2.2.6 (@path) and 2.2.7 (@query), as the server reads them off the wire.</summary>
    [Theory]
    [InlineData("www.example.com", "/path", "?param=value", "?param=value")]
    [InlineData("www.example.com", "/path", "?param=value&foo=bar&baz=bat%2Dman", "?param=value&foo=bar&baz=bat%2Dman")]
    [InlineData("www.example.com", "/path", "?queryString", "?queryString")]
    [InlineData("www.example.com", "/path", "", "?")]
    [InlineData("www.example.com:8443", "/", "", "?")]
    public void Components_are_those_of_RFC_9421_2_2(string authority, string path, string query, string line)
    {
        using var key = SigningKey.Draw();
        var input = RequestSignature.Sign(key, "POST", Target, Noon).Input;
        var lines = $"\"@method\": POST\n\"@authority\": {authority}\n\"@path\": {path}\n\"@query\": {line}\n\"@signature-params\": {input.Parameters}";

        var signature = $"sig=:{Convert.ToBase64String(key.SignRaw(Encoding.ASCII.GetBytes(lines)))}:";

        Assert.True(RequestSignature.Verifies(input, signature, "POST", authority, path, query));
    }

    /// <summary>Section 2.2.3: lower case, and without the scheme's own port.</summary>
    [Theory]
    [InlineData("https://WWW.Example.com:443/", "www.example.com")]
    [InlineData("http://www.example.com:80/", "www.example.com")]
    [InlineData("https://www.example.com:8443/", "www.example.com:8443")]
    public void An_authority_is_normalised_as_RFC_9421_2_2_3_says(string target, string authority)
    {
        using var key = SigningKey.Draw();
        var (input, signature) = RequestSignature.Sign(key, "GET", new Uri(target), Noon);

        Assert.True(RequestSignature.Verifies(input, signature, "GET", authority, "/", ""));
    }

    /// <summary>RFC 9530, appendix B.1 and the body of RFC 9421's examples.</summary>
    [Theory]
    [InlineData("{\"hello\": \"world\"}", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")]
    [InlineData("{\"hello\": \"world\"}\n", "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:")]
    public void A_body_s_digest_is_that_of_RFC_9530(string body, string digest) => Assert.Equal(digest, ContentDigest.Of(Encoding.ASCII.GetBytes(body)));

    [Fact]
    public void A_request_is_signed_over_method_authority_path_query_and_parameters()
    {
        using var key = SigningKey.Draw();

        var (input, signature) = RequestSignature.Sign(key, "GET", Target, Noon);

        var expected =
            $"""
            "@method": GET
            "@authority": desk.example
            "@path": /v1/manifest
            "@query": ?kind=cold&limit=2
            "@signature-params": ("@method" "@authority" "@path" "@query");created=1795435200;keyid="{key.Public}";nonce="{input.Nonce}";alg="ed25519"
            """;
        Assert.Matches("^sig=:[A-Za-z0-9+/]{86}==:$", signature);
        Assert.True(key.Public.VerifiesRaw(Convert.FromBase64String(signature[5..^1]), Encoding.ASCII.GetBytes(expected)));
    }

    [Fact]
    public void A_request_without_a_query_signs_a_lone_question_mark()
    {
        using var key = SigningKey.Draw();
        var (input, signature) = RequestSignature.Sign(key, "GET", new Uri("http://a/v1/x"), Noon);

        Assert.True(RequestSignature.Verifies(input, signature, "GET", "a", "/v1/x", ""));
        Assert.True(RequestSignature.Verifies(input, signature, "GET", "a", "/v1/x", "?"));
        Assert.False(RequestSignature.Verifies(input, signature, "GET", "a", "/v1/x", "?a"));
    }

    [Theory]
    [InlineData("POST", "desk.example", "/v1/manifest", "?kind=cold&limit=2")]
    [InlineData("GET", "desk.example:8080", "/v1/manifest", "?kind=cold&limit=2")]
    [InlineData("GET", "desk.example", "/v1/manifest/", "?kind=cold&limit=2")]
    [InlineData("GET", "desk.example", "/v1/manifest", "?kind=hot&limit=2")]
    public void It_is_good_for_exactly_that_request(string method, string authority, string path, string query)
    {
        using var key = SigningKey.Draw();
        using var other = SigningKey.Draw();
        var (input, signature) = RequestSignature.Sign(key, "GET", Target, Noon);

        Assert.True(RequestSignature.Verifies(input, signature, "GET", "desk.example", "/v1/manifest", "?kind=cold&limit=2"));
        Assert.False(RequestSignature.Verifies(input, signature, method, authority, path, query));
        Assert.False(RequestSignature.Verifies(input with { KeyId = other.Public }, signature, "GET", "desk.example", "/v1/manifest", "?kind=cold&limit=2"));
        Assert.False(RequestSignature.Verifies(input with { Created = input.Created + 1 }, signature, "GET", "desk.example", "/v1/manifest", "?kind=cold&limit=2"));
    }

    [Fact]
    public void A_header_is_read_only_as_it_is_written()
    {
        using var key = SigningKey.Draw();
        var (input, _) = RequestSignature.Sign(key, "GET", Target, Noon);
        var header = input.Header;

        Assert.Equal(input, SignatureInput.Parse(header));
        string[] others =
        [
            "", header + " ", header + "\n", "x" + header, header.Replace("sig=", "sig1=", StringComparison.Ordinal),
            header.Replace(" \"@query\"", "", StringComparison.Ordinal), header.Replace(";created=", ";created=0", StringComparison.Ordinal),
            header.Replace("ed25519", "hmac-sha256", StringComparison.Ordinal), header.Replace(";alg=\"ed25519\"", "", StringComparison.Ordinal),
            header.Replace(input.Nonce, input.Nonce[1..], StringComparison.Ordinal), header.Replace(key.Public.ToString(), new string('A', 43), StringComparison.Ordinal),
            $"{header}, {header}",
        ];
        Assert.All(others, o => Assert.Null(SignatureInput.Parse(o)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sig=:")]
    [InlineData("sig=::")]
    [InlineData("sig=:AAAA:")]
    [InlineData("sig=:!!!!:")]
    public void A_signature_of_another_shape_is_not_one(string signature)
    {
        using var key = SigningKey.Draw();
        var (input, _) = RequestSignature.Sign(key, "GET", Target, Noon);

        Assert.False(RequestSignature.Verifies(input, signature, "GET", "desk.example", "/v1/manifest", "?kind=cold&limit=2"));
    }

    [Fact]
    public void An_answer_is_signed_for_one_nonce_one_status_and_one_body()
    {
        using var key = SigningKey.Draw();
        using var other = SigningKey.Draw();
        var signature = ResponseSignature.Sign(key, "nonce", 200, [1, 2]);

        Assert.True(ResponseSignature.Verifies(key.Public, signature, "nonce", 200, [1, 2]));
        Assert.False(ResponseSignature.Verifies(key.Public, signature, "nonca", 200, [1, 2]));
        Assert.False(ResponseSignature.Verifies(key.Public, signature, "nonce", 409, [1, 2]));
        Assert.False(ResponseSignature.Verifies(key.Public, signature, "nonce", 200, [1, 3]));
        Assert.False(ResponseSignature.Verifies(other.Public, signature, "nonce", 200, [1, 2]));
        Assert.False(ResponseSignature.Verifies(key.Public, "", "nonce", 200, [1, 2]));
    }
}
