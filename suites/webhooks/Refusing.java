package webhooks;

import common.Answers;
import common.Arrivals;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.mail.Mail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a webhook must refuse: each attempt its status, and no mail of any. */
final class Refusing {

    private final Workbench bench;
    private final Findings findings;
    private final Answers answers;
    private final List<Attempt> refused = new ArrayList<>();
    private final List<Attempt> accepted = new ArrayList<>();

    Refusing(Workbench bench) {
        this.bench = bench;
        this.findings = bench.findings();
        this.answers = new Answers(findings);
    }

    void all(List<Attempt> attempts) {
        findings.progress("trying " + attempts.size() + " requests that must be refused");
        attempts.forEach(this::one);
        if (!refused.isEmpty()) {
            findings.add(Finding.met("refused, as it must be: "
                    + refused.stream().map(Attempt::sentence).collect(Collectors.joining("; "))));
        }
    }

    /** Tokens of what was accepted although it should not have been; their mails explain themselves. */
    List<String> acceptedTokens() {
        return accepted.stream().map(Attempt::token).toList();
    }

    /** Nothing that was refused may have been mailed. */
    void leftNoMail(List<Mail> mails) {
        Map<Attempt, Mail> mailed = new LinkedHashMap<>();
        refused.stream()
                .filter(attempt -> !attempt.token().isEmpty())
                .forEach(attempt -> mails.stream()
                        .filter(Arrivals.holds(attempt.token()))
                        .findFirst()
                        .ifPresent(mail -> mailed.put(attempt, mail)));
        if (mailed.isEmpty()) {
            findings.add(Finding.met("nothing that was refused was mailed"));
            return;
        }
        List<String> sentences = mailed.keySet().stream().map(Attempt::sentence).toList();
        findings.add(Finding.unmet(bench.site().host() + " mails what it refuses: " + sentences.get(0)
                        + (sentences.size() == 1 ? "" : ", and " + (sentences.size() - 1) + " more"))
                .expected("no mail for a request that was refused")
                .butWas("mailed: " + String.join("; ", sentences))
                .lookAt(mailed.values().iterator().next().told())
                .toDo("mend the order in the view now: it mails before it has checked, so that anybody can make it"
                        + " mail"));
    }

    private void one(Attempt attempt) {
        Optional<Answered> answer = answers.answered(attempt.send().get(), attempt.sentence());
        answer.ifPresent(seen -> {
            if (attempt.statuses().contains(seen.status())) {
                refused.add(attempt);
            } else if (seen.status() / 100 == 2) {
                notRefused(attempt, seen);
            } else {
                otherwise(attempt, seen);
            }
        });
    }

    private void notRefused(Attempt attempt, Answered seen) {
        accepted.add(attempt);
        if (!attempt.weakness().isEmpty() && bench.accepted(attempt.weakness())) {
            findings.add(Finding.met(attempt.sentence() + " is not refused (" + attempt.weakness()
                    + "): a known weakness, accepted for this environment"));
            return;
        }
        Unmet finding = Finding.unmet(attempt.sentence() + " is accepted")
                .expected("refused with " + told(attempt.statuses()))
                .butWas(Exchanges.line(seen))
                .lookAt(Answers.url(seen))
                .lookAt(answers.kept(seen, attempt.sentence()).path());
        findings.add(
                attempt.weakness().isEmpty()
                        ? finding.toDo(attempt.remedy())
                        : finding.lookAt("config/environments, accepted: " + attempt.weakness())
                                .toDo("refuse it in the application; or, if that is known and decided, name "
                                        + attempt.weakness() + " under accepted, with the reason"));
    }

    private void otherwise(Attempt attempt, Answered seen) {
        findings.add(Finding.unmet(
                        attempt.sentence() + " answers " + seen.status() + " instead of " + told(attempt.statuses()))
                .expected("refused with " + told(attempt.statuses()))
                .butWas(Exchanges.line(seen) + Answers.hint(seen))
                .lookAt(Answers.url(seen))
                .lookAt(answers.kept(seen, attempt.sentence()).path()));
    }

    private static String told(List<Integer> statuses) {
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
