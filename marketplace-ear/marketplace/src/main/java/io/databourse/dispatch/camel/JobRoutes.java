package io.databourse.dispatch.camel;

import io.databourse.dispatch.JobSteps;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/// Carries jobs from step to step. What is due stands in the database: a lost message is found at
/// the next tick, and a step that breaks is put off there, so that another instance may try it.
final class JobRoutes extends RouteBuilder {
    private final JobSteps steps;

    JobRoutes(JobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        from("timer:outbox?period=200&fixedRate=false")
                .routeId("outbox")
                .errorHandler(noErrorHandler())
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "The outbox cannot be read: ${exception.message}")
                .end()
                .bean(steps, "due")
                .split(body())
                .to("direct:step");

        from("direct:step")
                .routeId("step")
                .onException(Exception.class)
                .maximumRedeliveries(2)
                .redeliveryDelay(100)
                .handled(true)
                .to("direct:broken")
                .end()
                .bean(steps, "run(${body})");

        from("direct:broken")
                .routeId("broken")
                .log(LoggingLevel.ERROR, "Step ${body} broke: ${exception.message}")
                .process(exchange ->
                        steps.broke(
                                exchange.getMessage().getMandatoryBody(Long.class),
                                error(exchange)));

        from("timer:watchdog?delay=30000&period=5000")
                .routeId("watchdog")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "The watchdog failed: ${exception.message}")
                .end()
                .bean(steps, "overdue")
                .split(body())
                .bean(steps, "timeOut(${body})");
    }

    private static String error(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return String.valueOf(cause);
    }
}
