package io.databourse.web.shell;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/// Serves the pages, with views that CDI makes.
@WebServlet(urlPatterns = "/*", asyncSupported = true, loadOnStartup = 1)
public class BourseServlet extends VaadinServlet {
    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration)
            throws ServiceException {
        var service =
                new VaadinServletService(this, configuration) {
                    @Override
                    protected Optional<Instantiator> loadInstantiators() {
                        return Optional.of(new CdiInstantiator(this));
                    }
                };
        service.init();
        return service;
    }
}
