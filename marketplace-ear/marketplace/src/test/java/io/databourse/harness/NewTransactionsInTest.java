package io.databourse.harness;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/// What the server does for `@Transactional(REQUIRES_NEW)`.
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class NewTransactionsInTest {
    @AroundInvoke
    @Nullable Object run(InvocationContext call) {
        return TestDatabase.get().inNewTransaction(() -> TransactionsInTest.proceed(call));
    }
}
