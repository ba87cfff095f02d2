package cutover.provider.nameserver;

import cutover.provider.Told;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What a name server's no means. */
final class Refusals {

    private Refusals() {}

    /** Trouble of the server's own is no refusal. */
    static Told<Message> told(ZoneAccess access, Message answer) {
        int code = answer.getRcode();
        if (code == Rcode.SERVFAIL) {
            return Told.unavailable(access.place() + " answers SERVFAIL");
        }
        int error = answer.getTSIG() == null ? Rcode.NOERROR : answer.getTSIG().getError();
        String word = error == Rcode.NOERROR ? Rcode.string(code) : Rcode.TSIGstring(error);
        return Told.refused(code, word, access + ", " + meaning(access, code, error));
    }

    private static String meaning(ZoneAccess access, int code, int error) {
        return switch (error) {
            case Rcode.BADKEY -> "it does not know the key " + access.keyName();
            case Rcode.BADSIG -> "the secret is not that of the key " + access.keyName();
            case Rcode.BADTIME -> "its clock and ours differ too much";
            default -> meaning(code);
        };
    }

    private static String meaning(int code) {
        return switch (code) {
            case Rcode.NXDOMAIN, Rcode.NXRRSET -> "what was seen before is not there any more, nothing is changed";
            case Rcode.YXDOMAIN, Rcode.YXRRSET -> "what was absent before is there now, nothing is changed";
            case Rcode.REFUSED -> "it does not take changes, or not by this key";
            case Rcode.NOTAUTH -> "it does not have the zone";
            case Rcode.NOTZONE -> "a name is not in the zone, nothing is changed";
            default -> "it does not do that";
        };
    }
}
