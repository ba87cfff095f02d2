package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.config.ConfigProblems;
import cutover.config.JsonSchema;
import cutover.config.SecretSource;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.environment.front.Dns;
import cutover.environment.front.Resolver;
import cutover.environment.front.ResolverList;
import cutover.environment.front.Zone;
import cutover.runbook.Signers;
import cutover.runbook.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ShippedFilesTest {

    private static final Path CONFIG = Path.of("config");
    private static final SecretSource ANY_SECRET = name -> Optional.of("value-of-" + name);
    private static final Map<String, String> VALUES = Map.of(
            "CUTOVER_HEROKU_APP", "some-app",
            "CUTOVER_TEMP_HOST", "abc.execute-api.us-east-1.amazonaws.com",
            "CUTOVER_ROW_ID", "17",
            "CUTOVER_ROW_NAME", "Somebody",
            "CUTOVER_PDF_ID", "18",
            "CUTOVER_PDF_NAME", "Somebody Else",
            "CUTOVER_FOREIGN_NAME", "A Stranger",
            "CUTOVER_TWILIO_ACCOUNT", "AC00000000000000000000000000000000",
            "CUTOVER_VOICEMAIL_NUMBER", "+14155550199");

    @ParameterizedTest
    @ValueSource(strings = {"temp", "prod", "old"})
    void theShippedEnvironmentsNeedOnlySecretsAndValues(String name) {
        Environment environment = StrictYaml.read(
                CONFIG.resolve("environments/" + name + ".yaml"), Environment.class, new Sources(VALUES, ANY_SECRET));

        assertThat(environment.rehearsal()).isFalse();
        assertThat(environment.application()).isEqualTo("clear-my-record");
        assertThat(environment.siteUnderTest().at("/health/").getScheme()).isEqualTo("https");
    }

    @Test
    void theShippedNamesCanBeReadAsTheyStand() {
        Dns dns =
                StrictYaml.read(CONFIG.resolve("dns/clear-my-record.yaml"), Dns.class, Sources.of(Map.of(), Map.of()));

        assertThat(dns.zoneOf("www.clearmyrecord.org").map(Zone::name)).hasValue("clearmyrecord.org");
        assertThat(dns.zoneOf("clearmyrecord.codeforamerica.org").map(Zone::name))
                .hasValue("codeforamerica.org");
    }

    @Test
    void asShippedNothingIsWaivedAndEverybodyMaySign() {
        Sources none = Sources.of(Map.of(), Map.of());

        assertThat(StrictYaml.read(CONFIG.resolve("waivers/prod.yaml"), Waivers.class, none))
                .isEqualTo(Waivers.NONE);
        assertThat(StrictYaml.read(CONFIG.resolve("signers.yaml"), Signers.class, none))
                .isEqualTo(Signers.EVERYBODY);
    }

    @Test
    void theTemporaryAddressCarriesTheStage() {
        Environment temp = StrictYaml.read(
                CONFIG.resolve("environments/temp.yaml"), Environment.class, new Sources(VALUES, ANY_SECRET));

        assertThat(temp.siteUnderTest().at("/health/"))
                .hasToString("https://abc.execute-api.us-east-1.amazonaws.com/production/health/");
    }

    @Test
    void theStageRehearsalDiffersFromTheOrdinaryOneInItsAddressOnly() throws IOException {
        Map<String, Object> ordinary = keys("rehearsal");
        Map<String, Object> staged = keys("rehearsal-stage");

        assertThat(ordinary.remove("temporary-address"))
                .isEqualTo(staged.get("origin") + "" + staged.remove("stage-prefix"));
        assertThat(staged.remove("accepted")).asInstanceOf(LIST).containsAll((List<?>) ordinary.remove("accepted"));
        for (String address : List.of("title", "origin", "pins")) {
            assertThat(staged.remove(address)).isNotNull().isNotEqualTo(ordinary.remove(address));
        }
        assertThat(staged).isEqualTo(ordinary);
    }

    /** The keys of an environment, those of its site under test among them. */
    private static Map<String, Object> keys(String environment) throws IOException {
        Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(CONFIG.resolve("environments/" + environment + ".yaml")));
        Map<String, Object> keys = new TreeMap<>();
        Map<?, ?> sites = (Map<?, ?>) file.get("sites");
        file.forEach((key, value) -> keys.put(key.toString(), value));
        keys.put("sites", sites.get("old"));
        ((Map<?, ?>) sites.get("new")).forEach((key, value) -> keys.put(key.toString(), value));
        return keys;
    }

    @Test
    void everyMissingSecretIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> StrictYaml.read(
                        CONFIG.resolve("environments/prod.yaml"),
                        Environment.class,
                        new Sources(VALUES, name -> Optional.empty())))
                .isInstanceOf(ConfigProblems.class)
                .hasMessageContaining("CUTOVER_SUPERUSER_PASSWORD")
                .hasMessageContaining("CUTOVER_STAFF_PASSWORD")
                .hasMessageContaining("CUTOVER_ALERTS_PASSWORD")
                .hasMessageContaining("prod.yaml:");
    }

    @Test
    void thePublicResolversAreManyOfBothFamiliesAndEachOnce() {
        List<Resolver> resolvers = StrictYaml.read(
                        CONFIG.resolve("dns/resolvers/public.yaml"), ResolverList.class, Sources.of(Map.of(), Map.of()))
                .resolvers();

        assertThat(resolvers).hasSizeGreaterThanOrEqualTo(20);
        assertThat(resolvers).extracting(Resolver::address).doesNotHaveDuplicates();
        assertThat(resolvers).anyMatch(resolver -> resolver.address().contains(":"));
        assertThat(resolvers).anyMatch(Resolver::validates).anyMatch(resolver -> !resolver.validates());
    }

    @Test
    void theApplicationIsComplete() {
        Application application = StrictYaml.read(
                CONFIG.resolve("applications/clear-my-record.yaml"), Application.class, Sources.of(Map.of(), Map.of()));

        assertThat(application.lists()).containsKeys("staff", "orguser");
        assertThat(application.explore().counters()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "environment, cutover.environment.Environment",
        "application, cutover.environment.Application",
        "dns, cutover.environment.front.Dns",
        "redirects, cutover.environment.front.Redirects",
        "resolvers, cutover.environment.front.ResolverList",
        "runbook, cutover.runbook.Runbook",
        "sign-off, cutover.runbook.SignOff",
        "waivers, cutover.runbook.Waivers",
        "signers, cutover.runbook.Signers",
        "drill, cutover.drill.Drill"
    })
    void theSchemasForEditorsAreThoseOfTheCode(String name, Class<?> record) throws IOException {
        Path file = CONFIG.resolve("schema/" + name + ".schema.json");
        JsonNode generated = JsonSchema.of(record);
        Path wanted = Path.of("target/schema", name + ".schema.json");
        Files.createDirectories(wanted.getParent());
        JsonMapper mapper = JsonMapper.builder().build();
        Files.writeString(wanted, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(generated) + "\n");

        assertThat(file).as("copy %s to %s", wanted, file).exists();
        assertThat(mapper.readTree(file.toFile()))
                .as("copy %s to %s", wanted, file)
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environments/rehearsal",
                "environments/rehearsal-stage",
                "environments/temp",
                "environments/prod",
                "environments/old"
            })
    void editorsFindTheSchema(String name) throws IOException {
        assertThat(Files.readString(CONFIG.resolve(name + ".yaml")))
                .startsWith("# yaml-language-server: $schema=../schema/environment.schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before-redirect",
                "after-launch",
                "after-day-2",
                "corrupted-data",
                "no-way-back",
                "nobody-can-tell"
            })
    void editorsFindTheSchemaOfADrill(String name) throws IOException {
        assertThat(Files.readString(CONFIG.resolve("drills/" + name + ".yaml")))
                .startsWith("# yaml-language-server: $schema=../schema/drill.schema.json");
    }
}
