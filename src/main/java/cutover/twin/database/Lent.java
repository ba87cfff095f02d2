package cutover.twin.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A connection whose closing gives it back; afterwards it can do nothing any more. For one thread. */
final class Lent implements InvocationHandler {

    private final Connection real;
    private final Consumer<Connection> giveBack;
    private boolean returned;

    private Lent(Connection real, Consumer<Connection> giveBack) {
        this.real = real;
        this.giveBack = giveBack;
    }

    static Connection of(Connection real, Consumer<Connection> giveBack) {
        return (Connection) Proxy.newProxyInstance(
                Lent.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(real, giveBack));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> close();
            case "isClosed" -> returned || real.isClosed();
            default -> pass(method, arguments);
        };
    }

    private Object close() {
        if (!returned) {
            returned = true;
            giveBack.accept(real);
        }
        return null;
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        if (returned) {
            throw new SQLException("this connection was closed");
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
