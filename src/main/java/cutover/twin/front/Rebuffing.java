package cutover.twin.front;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Hears the client out, so that hanging up is no reset which would take the words with it, and rebuffs it. */
final class Rebuffing extends AbstractConnection {

    private static final int MOST = 32 * 1024;

    private final Rebuff rebuff;
    private final ByteBuffer heard = BufferUtil.allocate(MOST);

    Rebuffing(EndPoint endPoint, Executor executor, Rebuff rebuff) {
        super(endPoint, executor);
        this.rebuff = rebuff;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
    }

    @Override
    public void onFillable() {
        try {
            int count = getEndPoint().fill(heard);
            if (count < 0) {
                close();
            } else if (count == 0) {
                fillInterested();
            } else {
                rebuff.words().ifPresentOrElse(this::say, this::fillInterested);
            }
        } catch (IOException e) {
            close();
        }
    }

    private void say(byte[] words) {
        getEndPoint().write(Callback.from(this::close, trouble -> close()), ByteBuffer.wrap(words));
    }
}
