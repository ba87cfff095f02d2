package webhooks;

import static cutover.junit.Findings.assertThat;

import cutover.environment.BounceHook;
import cutover.environment.BounceTests;
import cutover.environment.Phone;
import cutover.environment.Site;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Mailgun and Twilio call the application: where they call, what it accepts, what it refuses, and what it does then. */
@DisplayNameGeneration(StepNames.class)
class Webhooks {

    @Step("L14")
    void theProvidersCallTheHostWhereTheUsersAre(Workbench bench) {
        wiring(bench.before(bench.home()));
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L15")
    void aBounceIsMailedAndLogged(Workbench bench) {
        if (bench.application().bounce().isEmpty()
                || bench.environment().bounceTests().isEmpty()) {
            bench.findings().add(notKnown("bounces", "bounce-tests", "bounce"));
        } else {
            bounces(
                    bench,
                    bench.application().bounce().get(),
                    bench.environment().bounceTests().get());
        }
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L16")
    void aCallIsAnsweredAndMailed(Workbench bench) {
        if (bench.application().voicemail().isEmpty()
                || bench.environment().phone().isEmpty()) {
            bench.findings().add(notKnown("calls", "phone", "voicemail"));
        } else {
            calls(
                    bench,
                    bench.application().voicemail().get(),
                    bench.environment().phone().get());
        }
        assertThat(bench.findings()).areAllMet();
    }

    /** The way back: the providers call the old host, and it still takes a bounce and a call. */
    @Step("R2")
    void theProvidersCallTheOldHostAgain(Workbench bench) {
        Site home = bench.home();
        Workbench back = bench.before(home);
        wiring(back);
        if (back.application().bounce().isPresent()
                && back.environment().bounceTests().isPresent()) {
            SignedBounces bounces = new SignedBounces(
                    back,
                    back.application().bounce().get(),
                    back.environment().bounceTests().get());
            bounces.asForm();
            bounces.mailedAndLogged();
        }
        if (back.application().voicemail().isPresent()
                && back.environment().phone().isPresent()) {
            SignedCall call = new SignedCall(
                    back,
                    back.application().voicemail().get(),
                    back.environment().phone().get());
            call.answered();
            call.mailed();
        }
        assertThat(bench.findings()).areAllMet();
    }

    /** The way back, while nobody needs it: the providers let us change where they call. */
    @Step("N8")
    void theProvidersCanBePointedBack(Workbench bench) {
        new PointingBack(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    private static void wiring(Workbench home) {
        Wiring wiring = new Wiring(home);
        wiring.ofThePhone();
        wiring.ofTheMail();
        wiring.reached();
    }

    private static void bounces(Workbench bench, BounceHook hook, BounceTests tests) {
        SignedBounces signed = new SignedBounces(bench, hook, tests);
        if (!signed.inEachShape()) {
            return;
        }
        signed.refusedWhereItMustBe();
        signed.mailedAndLogged();
        if (providersCall(bench)) {
            RealBounce real = new RealBounce(bench, hook, tests);
            real.byTheTestCall();
            real.byAMessage();
        }
    }

    private static void calls(Workbench bench, VoicemailHook hook, Phone phone) {
        SignedCall signed = new SignedCall(bench, hook, phone);
        if (!signed.answered()) {
            return;
        }
        signed.refusedWhereItMustBe();
        signed.mailed();
        if (providersCall(bench)) {
            new RealCall(bench, hook, phone).placed();
        }
    }

    /** Before the switch the providers still call the other host, so that only signed posts can tell of this one. */
    private static boolean providersCall(Workbench bench) {
        boolean here = bench.home().equals(bench.site());
        if (!here) {
            bench.findings()
                    .add(Finding.met("judged by signed posts only: in this phase the providers themselves call "
                            + bench.home().host()));
        }
        return here;
    }

    private static Finding notKnown(String what, String environment, String application) {
        return Finding.unknown("how " + what + " are tested is not known here")
                .expected("the webhook in config/applications and its provider in config/environments")
                .because("config/environments has no " + environment + ", or config/applications no " + application)
                .toDo("name both, or take the step out of config/runbook.yaml if the application has no such webhook");
    }
}
