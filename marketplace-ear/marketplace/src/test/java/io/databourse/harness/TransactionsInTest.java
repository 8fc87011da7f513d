package io.databourse.harness;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/// What the server does for `@Transactional`.
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TransactionsInTest {
    @AroundInvoke
    @Nullable Object run(InvocationContext call) {
        return TestDatabase.get().inTransaction(() -> proceed(call));
    }

    static @Nullable Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
