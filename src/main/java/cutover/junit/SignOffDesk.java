package cutover.junit;

import cutover.config.Reading;
import cutover.config.Sources;
import cutover.finding.Finding;
import cutover.runbook.Runbook;
import cutover.runbook.SignOff;
import cutover.runbook.Signers;
import cutover.runbook.StepLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes a person's word for a step: {@code mvn verify -Penv=prod -Dsignoff=B3 -Dby="Ada Lovelace" -Dsaw="limit 10"}. Writes
 * one file and looks at nothing.
 */
public final class SignOffDesk {

    private final RunSettings settings;
    private final SignOffSaid said;
    private final Clock clock;
    private final Map<String, String> variables;
    private final PrintStream console;
    private final RecordedFiles recorded;

    SignOffDesk(
            RunSettings settings, SignOffSaid said, Clock clock, Map<String, String> variables, PrintStream console) {
        this.settings = settings;
        this.said = said;
        this.clock = clock;
        this.variables = Map.copyOf(variables);
        this.console = console;
        this.recorded = new RecordedFiles(settings.home(), settings.environment());
    }

    /** The desk for what the system properties {@code signoff.*} and {@code cutover.*} say. */
    public static SignOffDesk ofThisCommand() {
        Function<String, Optional<String>> property = name -> Optional.ofNullable(System.getProperty(name));
        return new SignOffDesk(
                RunSettings.from(property, "no-run"),
                SignOffSaid.from(property),
                Clock.systemUTC(),
                System.getenv(),
                System.out);
    }

    /** Records the sign-off, and says so on the console; unmet, with all that is wrong, when nothing was recorded. */
    public Finding take() {
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Path file = settings.home().resolve("config/runbook.yaml");
        Optional<Runbook> runbook = reading.read(file, Runbook.class);
        Signers signers =
                runbook.map(known -> recorded.read(reading, known).signers()).orElse(Signers.EVERYBODY);
        reading.finish();
        PlaceToSign place = PlaceToSign.read(settings.environmentFile());
        String release = place.release(variables);
        List<String> wrong = wrong(runbook.orElseThrow(), signers, place, release);
        return wrong.isEmpty() ? taken(runbook.orElseThrow().step(said.step()).orElseThrow(), release) : refused(wrong);
    }

    private Finding taken(StepLine step, String release) {
        Optional<BuildKnown> known = BuildKnown.of(settings);
        SignOff signOff = new SignOff(
                step.id(),
                said.by(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                said.saw(),
                said.link(),
                release,
                known.map(BuildKnown::build).orElse(""));
        Path file = settings.home().relativize(SignOffFile.write(recorded.signOffs(), signOff));
        String told =
                step.id() + " is signed off for " + settings.environment() + " by " + said.by() + ": " + step.line();
        console.println("\n  " + told + "\n  It holds until " + signOff.at().plus(step.signedFor())
                + known.map(SignOffDesk::until).orElse(unseen(release))
                + ".\n  Commit " + file + " so that others have it too.\n");
        return Finding.met(told);
    }

    private static String until(BuildKnown known) {
        return ", and as long as no run sees another build than " + known.build() + ", which run " + known.run()
                + " saw at " + known.at();
    }

    private static String unseen(String release) {
        return (release.isEmpty()
                        ? ", whichever build is deployed until then"
                        : ", and as long as the environment demands build " + release + " and no run sees another")
                + ": no run on this machine has seen which one is there";
    }

    private Finding refused(List<String> wrong) {
        String all = wrong.stream().map(line -> "\n  - " + line).collect(Collectors.joining());
        console.println("\n  Nothing is signed off:" + all + "\n");
        return Finding.unmet("nothing is signed off")
                .expected("-Dsignoff=STEP -Dby=\"NAME\" -Dsaw=\"WHAT WAS SEEN\"")
                .butWas(String.join("\n", wrong));
    }

    private List<String> wrong(Runbook runbook, Signers signers, PlaceToSign place, String release) {
        List<String> wrong = new ArrayList<>();
        if (place.rehearsal()) {
            wrong.add(settings.environment() + " is a rehearsal, where a person has nothing to look at; name the place"
                    + " that you looked at, such as -Penv=prod");
        }
        runbook.step(said.step())
                .ifPresentOrElse(step -> wrong.addAll(about(step, signers)), () -> wrong.add(unheardOf(runbook)));
        if (said.by().isEmpty()) {
            wrong.add("-Dby is missing: who looked? -Dby=\"Ada Lovelace\"");
        }
        if (said.saw().isEmpty()) {
            wrong.add("-Dsaw is missing: what was seen, and where? -Dsaw=\"limit 10 in the console\"");
        }
        if (release.contains("${")) {
            wrong.add(
                    "the environment demands build " + release + ", which has no value here; set that variable, so that"
                            + " the sign-off says which release it is about");
        }
        return wrong;
    }

    private List<String> about(StepLine step, Signers signers) {
        List<String> wrong = new ArrayList<>();
        if (!step.isSigned()) {
            wrong.add("step " + step.id() + " is observed, so nobody's word counts for it; run it with -Dsteps="
                    + step.id()
                    + ". To go on although it is not met, write a waiver into config/waivers/" + settings.environment()
                    + ".yaml");
        }
        if (!said.by().isEmpty() && !signers.may(settings.environment(), step.owner(), said.by())) {
            wrong.add(said.by() + " may not sign for " + step.owner() + " in " + settings.environment()
                    + "; config/signers.yaml names "
                    + String.join(", ", signers.of(settings.environment(), step.owner())));
        }
        return wrong;
    }

    private String unheardOf(Runbook runbook) {
        return "-Dsignoff names " + (said.step().isEmpty() ? "no step" : said.step() + ", which is no step")
                + " of config/runbook.yaml; a person can sign "
                + runbook.steps().stream()
                        .filter(StepLine::isSigned)
                        .map(StepLine::id)
                        .collect(Collectors.joining(", "));
    }
}
