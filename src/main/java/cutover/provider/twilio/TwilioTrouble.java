package cutover.provider.twilio;

import com.twilio.exception.TwilioException;
import cutover.provider.Told;

/** An answer that is none, on its way through Twilio's client; never leaves this package. */
final class TwilioTrouble extends TwilioException {

    private static final long serialVersionUID = 1;
    private static final int NOT_REFUSED = 0;

    private final int status;
    private final String code;

    private TwilioTrouble(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static TwilioTrouble refused(int status, String code, String detail) {
        return new TwilioTrouble(status, code, detail);
    }

    static TwilioTrouble unavailable(String detail) {
        return new TwilioTrouble(NOT_REFUSED, "", detail);
    }

    <T> Told<T> told() {
        return status == NOT_REFUSED ? Told.unavailable(getMessage()) : Told.refused(status, code, getMessage());
    }
}
