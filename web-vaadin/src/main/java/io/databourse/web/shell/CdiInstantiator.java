package io.databourse.web.shell;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.server.VaadinService;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Set;

/// Lets CDI make what is a bean, so that views can have services injected; the rest is made as
/// Vaadin does it.
final class CdiInstantiator extends DefaultInstantiator {
    CdiInstantiator(VaadinService service) {
        super(service);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        BeanManager manager = CDI.current().getBeanManager();
        Set<Bean<?>> beans = manager.getBeans(type);
        Bean<?> bean = beans.isEmpty() ? null : manager.resolve(beans);
        if (bean == null || bean.getBeanClass() != type) {
            return super.getOrCreate(type);
        }
        return type.cast(manager.getReference(bean, type, manager.createCreationalContext(bean)));
    }
}
