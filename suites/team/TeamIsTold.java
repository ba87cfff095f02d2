package team;

import static cutover.junit.Findings.assertThat;

import cutover.finding.Finding;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import cutover.notice.Delivery;
import cutover.notice.Notice;
import org.junit.jupiter.api.DisplayNameGeneration;

/**
 * The team hears of the launch. The verdict can't wait for its own message, so each channel is proved by the word that the
 * run has begun: one that is broken is known before the verdict needs it.
 */
@DisplayNameGeneration(StepNames.class)
class TeamIsTold {

    @Step("L19")
    void theTeamHearsThatTheRunHasBegun(Workbench bench) {
        if (bench.environment().notifications().isEmpty()) {
            bench.findings().add(nobody());
        } else {
            Notice notice = Notice.begins(bench.run(), bench.environment().title(), bench.phase());
            bench.noticeboard()
                    .tellAll(notice)
                    .forEach(delivery -> bench.findings().add(finding(delivery)));
        }
        assertThat(bench.findings()).areAllMet();
    }

    private static Finding nobody() {
        return Finding.unknown("nobody is told by this run: the environment has no channel to the team")
                .expected("a channel on which the team is told")
                .because("the environment has no notifications")
                .lookAt("config/environments, notifications")
                .toDo(
                        "name a channel there, or tell the team by hand: the verdict, the link to the report, and how long"
                                + " it is possible to go back");
    }

    private static Finding finding(Delivery delivery) {
        return delivery.fold(
                accepted -> Finding.met(accepted.channel() + " took the word that the run has begun"
                        + (accepted.remark().isEmpty() ? "" : ", " + accepted.remark())),
                refused -> Finding.unmet(refused.channel() + " does not take what the team is told")
                        .expected("that it takes the word that the run has begun")
                        .butWas(refused.why())
                        .lookAt("config/environments, notifications")
                        .toDo(refused.toDo()),
                lost -> Finding.unknown("whether " + lost.channel() + " took the word that the run has begun")
                        .expected("its answer that it did")
                        .because(lost.why())
                        .lookAt("config/environments, notifications")
                        .toDo(lost.toDo()),
                withheld -> Finding.met(
                        withheld.channel() + " is left out, because " + withheld.why() + "; another channel took it"));
    }
}
