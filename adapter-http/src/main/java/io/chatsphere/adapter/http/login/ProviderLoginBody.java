package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import java.util.Optional;
import java.util.function.Function;

/** How somebody signs in whom another provider vouches for: with one of its tokens. Printing it shows nothing. */
record ProviderLoginBody(Optional<String> provider, Optional<String> accessToken, Optional<String> idToken) {
    /** @throws io.chatsphere.domain.error.ChatException.Invalid if the provider or both tokens are missing */
    void check() {
        Fields fields = new Fields();
        fields.required("provider", provider, Function.identity());
        fields.required("access_token", accessToken.or(() -> idToken), Function.identity());
        fields.check();
    }

    @Override
    public String toString() {
        return "ProviderLoginBody[hidden]";
    }
}
