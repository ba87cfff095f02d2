package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {

    record One(String text) {}

    record Wait(Duration delay) {}

    record Login(Secret password) {}

    record Words(List<String> words) {}

    record Nested(Map<String, Map<String, Map<String, String>>> a) {}

    @TempDir
    Path folder;

    @Test
    void allProblemsOfAFileAreToldAtOnceEachWithItsLine() throws IOException {
        Path file = file("site.yaml", """
                nam: Clear My Record
                read-only: yes
                read-only: true
                most-bytes: "5"
                share: 1,5
                phase: live2
                patience: 5 seconds
                until: 31.01.2027
                since: yesterday
                redirects: ''
                marker: '['
                hosts:
                  www:
                    url: www.example.org
                    port: 0644
                    pins:
                      - www.example.org
                      - 'a:1 -> ${adress}'
                  admin:
                    url: https:///start
                    port: 70000
                  api:
                    url: https://api.example.org
                    port: 70000
                  old:
                    - https://old.example.org
                phases: [live, live, later]
                budgets:
                  lve: 5s
                sign-in:
                  kind: from
                note:
                prefix: ${host
                status: up
                """);

        assertThat(problemsOf(file, Samples.Site.class)).isEqualTo("""
                        26 problems in the configuration:
                        site.yaml:1: nam: this key is unknown; did you mean `name`?
                        site.yaml:1: name: this key is missing; add it with a text: Shown in the report
                        site.yaml:2: read-only: "yes" is neither true nor false; write true or false
                        site.yaml:3: read-only: this key is given twice, first in line 2; keep one of them
                        site.yaml:4: most-bytes: this is a text in quotes; write a whole number without quotes
                        site.yaml:5: share: "1,5" is not a number; write digits and one point, such as 0.5
                        site.yaml:6: phase: "live2" is none of `before`, `live`, `rolled-back`; did you mean `live`?
                        site.yaml:7: patience: "5 seconds" is not a duration; write a whole number and ms, s, m, h or d, such as 500ms or 5s
                        site.yaml:8: until: "31.01.2027" is not a date; write it like 2025-03-31
                        site.yaml:9: since: "yesterday" is not a moment in UTC; write it like 2025-03-31T18:00:00Z
                        site.yaml:10: redirects: the text is empty; write a path
                        site.yaml:11: marker: "[" is not a regular expression: Unclosed character class at character 1; put it in single quotes and escape what is meant literally with \\
                        site.yaml:14: hosts.www.url: "www.example.org" is not an absolute URI; begin with the scheme, such as https://
                        site.yaml:15: hosts.www.port: "0644" is not a whole number; write digits only, such as 443
                        site.yaml:17: hosts.www.pins[0]: a pin is written host:port -> address:port
                        site.yaml:18: hosts.www.pins[1]: the placeholder ${adress} has no value; known are `host`, `port`; write $${ for a plain ${
                        site.yaml:20: hosts.admin.url: "https:///start" names no host; write it like https://www.example.org/
                        site.yaml:22: hosts.api: port 70000 is not between 1 and 65535
                        site.yaml:26: hosts.old: this is a list; write a mapping
                        site.yaml:27: phases[1]: this comes twice; keep it once
                        site.yaml:27: phases[2]: "later" is none of `before`, `live`, `rolled-back`; write one of them
                        site.yaml:29: budgets.lve: "lve" is none of `before`, `live`, `rolled-back`; did you mean `live`?
                        site.yaml:31: sign-in.kind: "from" is none of `basic-auth`, `form`, `open`; did you mean `form`?
                        site.yaml:32: note: there is no value; write a text
                        site.yaml:33: prefix: the placeholder is not closed; end it with }, or write $${ for a plain ${
                        site.yaml:34: status: this is a single text; write a mapping""");
    }

    @Test
    void severalFilesAreReportedTogetherSortedByFileAndLine() throws IOException {
        Path b = file("b.yaml", "text: ''\nmore: 1\n");
        Path a = file("a.yaml", "delay: 5\n");
        Reading reading = new Reading(Samples.sources());

        assertThat(reading.read(b, One.class)).isEmpty();
        assertThat(reading.read(a, Wait.class)).isEmpty();
        reading.refuse(b, "text.deeper", "no step has this name", "name one of the runbook");

        assertThatThrownBy(reading::finish)
                .satisfies(thrown -> assertThat(told(thrown)).isEqualTo("""
                        4 problems in the configuration:
                        a.yaml:1: delay: "5" is not a duration; write a whole number and ms, s, m, h or d, such as 500ms or 5s
                        b.yaml:1: text.deeper: no step has this name; name one of the runbook
                        b.yaml:1: text: the text is empty; write a text
                        b.yaml:2: more: this key is unknown; allowed here are `text`"""));
    }

    @Test
    void readingsThatFailedApartAreCombined() throws IOException {
        Path b = file("b.yaml", "text: ''\n");
        Path a = file("a.yaml", "text: ''\n");
        ConfigProblems first = problems(b, One.class);
        ConfigProblems second = problems(a, One.class);

        assertThat(told(ConfigProblems.combine(List.of(first, second, first)))).isEqualTo("""
                        2 problems in the configuration:
                        a.yaml:1: text: the text is empty; write a text
                        b.yaml:1: text: the text is empty; write a text""");
    }

    @Test
    void aReadingWithoutProblemsEndsQuietlyAndKnowsItsSecrets() throws IOException {
        Reading reading = new Reading(Samples.sources());

        assertThat(reading.read(file("a.yaml", "password: STAFF_PASSWORD"), Login.class))
                .isPresent();
        reading.finish();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.secrets()).extracting(Secret::name).containsExactly("STAFF_PASSWORD");
    }

    @Test
    void aProblemCarriesItsFactsForOtherRenderers() throws IOException {
        Path file = file("a.yaml", "words:\n  - a\n  -  {}\n");

        assertThat(problems(file, Words.class).problems())
                .containsExactly(new Problem(file, 3, 6, "words[1]", "this is a mapping", "write a text"));
    }

    @Test
    void aMissingSecretIsNamedWithTheVariablesThatWouldGiveIt() throws IOException {
        Path file = file("a.yaml", "password: TEMP_STAFF_PASSWORD");

        assertThat(told(problems(file, Login.class, Sources.fromEnvironment(Map.of("OTHER", "x")))))
                .isEqualTo("""
                        1 problem in the configuration:
                        a.yaml:1: password: the secret TEMP_STAFF_PASSWORD has no value; set the environment variable TEMP_STAFF_PASSWORD, or TEMP_STAFF_PASSWORD_FILE to the path of a file that holds it""");
    }

    @Test
    void aSecretsFileThatCannotBeReadIsAProblem() throws IOException {
        Path file = file("a.yaml", "password: TEMP_STAFF_PASSWORD");
        Sources sources = Sources.fromEnvironment(Map.of("TEMP_STAFF_PASSWORD_FILE", "/nowhere/at-all"));

        assertThat(told(problems(file, Login.class, sources))).isEqualTo("""
                        1 problem in the configuration:
                        a.yaml:1: password: the file that TEMP_STAFF_PASSWORD_FILE names cannot be read: /nowhere/at-all; is it there, and may this user read it?""");
    }

    @ParameterizedTest
    @CsvSource({
        "'correct horse battery'",
        "'hunter2hunter2'",
        "'JBSWY3DPEHPK3PXP'",
        "'AKIAIOSFODNN7EXAMPLE'",
        "'A_B_C_D_E_F_G_H_I_J_K_L_M_N_O_P_Q_R_S_T_U_V_W_X_Y_Z_0_1_2_3_4_5_6_7_8_9'"
    })
    void aValueInPlaceOfASecretsNameIsRefusedWithoutEchoingIt(String value) throws IOException {
        assertThat(problemsOf(file("a.yaml", "password: " + value), Login.class))
                .isEqualTo("""
                        1 problem in the configuration:
                        a.yaml:1: password: this looks like a value, not like the name of a secret; put the NAME of the secret here, such as STAFF_PASSWORD, and change the value if it was real""")
                .doesNotContain(value);
    }

    @Test
    void anUnknownPlaceholderListsTheKnownOnes() throws IOException {
        assertThat(problemsOf(file("a.yaml", "text: ${colour} ${hots}"), One.class))
                .isEqualTo("""
                        2 problems in the configuration:
                        a.yaml:1: text: the placeholder ${colour} has no value; known are `host`, `port`; write $${ for a plain ${
                        a.yaml:1: text: the placeholder ${hots} has no value; did you mean `host`?""");
    }

    @Test
    void aPlaceholderWhereThereAreNoneSaysSo() throws IOException {
        Path file = file("a.yaml", "text: ${host}");

        assertThat(told(problems(file, One.class, Sources.of(Map.of(), Map.of()))))
                .endsWith("text: the placeholder ${host} has no value; there are no placeholders here; write $${ for a"
                        + " plain ${");
    }

    @Test
    void aMissingValueFromTheEnvironmentIsToldByItsVariable() throws IOException {
        Path file = file("a.yaml", "text: ${CUTOVER_HOST}.example");

        assertThat(told(problems(file, One.class, Sources.fromEnvironment(Map.of("CUTOVER_HORST", "x")))))
                .endsWith(
                        "text: the placeholder ${CUTOVER_HOST} has no value; set the environment variable CUTOVER_HOST");
    }

    @Test
    void aPlaceholderThatStandsForNothingLeavesAnEmptyText() throws IOException {
        Path file = file("a.yaml", "text: ${host}");

        assertThat(told(problems(file, One.class, Sources.of(Map.of("host", ""), Map.of()))))
                .endsWith("a.yaml:1: text: the text is empty; write a text");
    }

    @ParameterizedTest
    @CsvSource({"5", "5 s", "1.5s", "-5s", "5S", "5sec", "PT5S", "1w", "s", "9999999999s"})
    void onlyOneWayOfWritingDurationsIsRead(String duration) throws IOException {
        assertThat(problemsOf(file("a.yaml", "delay: " + duration), Wait.class))
                .endsWith("a.yaml:1: delay: \"" + duration
                        + "\" is not a duration; write a whole number and ms, s, m, h or d, such as 500ms or 5s");
    }

    @Test
    void aMissingFileAndAFolderAndBytesAreToldApart() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.yaml"), "text: é".getBytes(StandardCharsets.ISO_8859_1));
        Path large = file("large.yaml", "text: " + "x".repeat(1_000_000));
        Path empty = file("empty.yaml", "# nothing\n");
        Path list = file("list.yaml", "- a\n");
        Path text = file("text.yaml", "a\n");
        Reading reading = new Reading(Samples.sources());
        for (Path file : List.of(bytes, large, empty, list, text, folder.resolve("none.yaml"), folder)) {
            assertThat(reading.read(file, One.class)).isEmpty();
        }

        assertThatThrownBy(reading::finish)
                .satisfies(thrown -> assertThat(told(thrown)).isEqualTo("""
                        7 problems in the configuration:
                        FOLDER: the file cannot be read; is it a file, and may this user read it?
                        bytes.yaml: the file is not UTF-8 text; save it as UTF-8
                        empty.yaml: the file is empty; write the keys that are needed
                        large.yaml: the file has 1000006 bytes, more than 1000000; is it the right file?
                        list.yaml:1: this is a list; write a mapping
                        none.yaml: there is no such file
                        text.yaml:1: this is a single text; write a mapping"""));
    }

    @Test
    void whatIsNotYamlIsToldWithLineAndReasonButWithoutAnExcerpt() throws IOException {
        assertThat(problemsOf(file("a.yaml", "text: a\n  password: hunter2hunter2\n"), One.class))
                .isEqualTo("""
                        1 problem in the configuration:
                        a.yaml:2: this is not YAML: mapping values are not allowed here; look at indentation, colons and quotes here and in the line above""");
    }

    @Test
    void aTabAndAControlCharacterAreNamed() throws IOException {
        Reading reading = new Reading(Samples.sources());
        assertThat(reading.read(file("a.yaml", "text:\n\t- a\n"), One.class)).isEmpty();
        assertThat(reading.read(file("b.yaml", "text: a\nmore: b\u0007c\n"), One.class))
                .isEmpty();

        assertThatThrownBy(reading::finish)
                .satisfies(thrown -> assertThat(told(thrown)).isEqualTo("""
                        2 problems in the configuration:
                        a.yaml:2: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation), while scanning for the next token; look at indentation, colons and quotes here and in the line above
                        b.yaml:2: the character U+0007 must not stand in YAML; remove it, or write it as an escape in double quotes"""));
    }

    @Test
    void anchorsAliasesTagsAndSecondDocumentsAreRefused() throws IOException {
        assertThat(problemsOf(file("a.yaml", "text: &a x\nb: *a\nc: !!str 5\nd: !own {}\n---\ntext: b\n"), One.class))
                .isEqualTo("""
                        5 problems in the configuration:
                        a.yaml:1: the anchor &a is not read here; write the value out
                        a.yaml:2: the alias *a is not read here; write the value out
                        a.yaml:3: the tag tag:yaml.org,2002:str is not read here; remove it; the key decides what a value is
                        a.yaml:4: the tag !own is not read here; remove it; the key decides what a value is
                        a.yaml:5: a second document begins here; keep one document in one file""");
    }

    @Test
    void aBillionLaughsStayAFewProblems() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 20; i++) {
            yaml.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }

        assertThat(problems(file("a.yaml", yaml.toString()), One.class).problems())
                .hasSize(20 + 19 * 9);
    }

    @Test
    void nestingWithoutEndIsRefusedBeforeItIsFollowed() throws IOException {
        assertThat(problemsOf(file("a.yaml", "text: " + "[".repeat(500_000)), One.class))
                .isEqualTo("""
                        1 problem in the configuration:
                        a.yaml:1: this is nested deeper than 64 levels; is it the right file?""");
    }

    @Test
    void aKeyThatIsNoTextIsRefused() throws IOException {
        assertThat(problemsOf(file("a.yaml", "text: a\n? [a, b]\n: c\n~: d\n"), One.class))
                .isEqualTo("""
                        2 problems in the configuration:
                        a.yaml:2: a key must be a text; write it as `key: value`
                        a.yaml:4: a key must be a text; write it as `key: value`""");
    }

    @Test
    void theKeyPathLeadsThroughListsAndMaps() throws IOException {
        assertThat(problemsOf(file("a.yaml", "a:\n  b:\n    /start.html:\n      d: []\n"), Nested.class))
                .endsWith("a.yaml:4: a.b[\"/start.html\"].d: this is a list; write a text");
    }

    @Test
    void aMultiLineValueStaysOneLineOfTheMessage() throws IOException {
        assertThat(problemsOf(file("a.yaml", "delay: |\n  a\n  b\n"), Wait.class))
                .contains("delay: \"a⏎b⏎\" is not a duration");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String problemsOf(Path file, Class<?> record) {
        return told(problems(file, record));
    }

    private ConfigProblems problems(Path file, Class<?> record) {
        return problems(file, record, Samples.sources());
    }

    private ConfigProblems problems(Path file, Class<?> record, Sources sources) {
        return catchThrowableOfType(ConfigProblems.class, () -> StrictYaml.read(file, record, sources));
    }

    private String told(Throwable problems) {
        String path = folder.toString().replace('\\', '/');
        return problems.getMessage().replace(path + "/", "").replace(path, "FOLDER");
    }
}
