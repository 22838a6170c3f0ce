package io.chatsphere.application.simulation;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.user.UserRepository;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** A store as one node reaches it: before each call a test does what it likes, and a page has as few changes as it says. */
public final class FlakyStore {
    private final Supplier<Storage> store;
    private final Consumer<Class<?>> meanwhile;
    private final IntUnaryOperator page;

    /**
     * Over this store.
     *
     * @param store gives it anew for each call
     * @param meanwhile is told the port before each call: what it throws is the answer, and what it writes others wrote
     * @param page makes of the limit of a page a lesser one
     */
    public FlakyStore(Supplier<Storage> store, Consumer<Class<?>> meanwhile, IntUnaryOperator page) {
        this.store = store;
        this.meanwhile = meanwhile;
        this.page = page;
    }

    public Storage storage() {
        return new Storage(
                port(UserRepository.class, Storage::users),
                port(LoginRepository.class, Storage::logins),
                port(RoomRepository.class, Storage::rooms),
                port(MessageRepository.class, Storage::messages),
                port(ConversationRepository.class, Storage::conversations),
                port(ChangeLog.class, Storage::changes));
    }

    private <T> T port(Class<T> type, Function<Storage, T> of) {
        InvocationHandler call = (proxy, method, arguments) -> {
            meanwhile.accept(type);
            return method.getName().equals("since")
                    ? since((RoomId) arguments[0], (Revision) arguments[1], (int) arguments[2])
                    : call(of.apply(store.get()), method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, call));
    }

    private static Object call(Object port, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Others write also while the answer is on its way. */
    private RoomChanges since(RoomId room, Revision after, int limit) {
        RoomChanges found = store.get().changes().since(room, after, page.applyAsInt(limit));
        meanwhile.accept(ChangeLog.class);
        return found;
    }
}
