package io.databourse.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceService;
import io.databourse.evidence.InclusionProof;
import io.databourse.ledger.LedgerService;
import io.databourse.merchant.CreditCode;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantApplication;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantType;
import io.databourse.money.Money;
import io.databourse.order.WalletService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Runs inside WildFly, in the real EAR with this class in the place of its wars.
@ArquillianTest
class ExchangeInContainerTest {
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));
    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
            """;

    private static final String APPLICATION =
            """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <module><ejb>registration.jar</ejb></module>
              <module><ejb>marketplace.jar</ejb></module>
              <module><web><web-uri>test.war</web-uri><context-root>/test</context-root></web></module>
              <library-directory>lib</library-directory>
            </application>
            """;

    private static final String STRUCTURE =
            """
            <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
              <ear-subdeployments-isolated>false</ear-subdeployments-isolated>
              <sub-deployment name="registration.jar">%1$s</sub-deployment>
              <sub-deployment name="marketplace.jar">%1$s</sub-deployment>
            </jboss-deployment-structure>
            """
                    .formatted(
                            """
                            <dependencies>
                              <module name="com.fasterxml.jackson.core.jackson-annotations"/>
                              <module name="com.fasterxml.jackson.core.jackson-core"/>
                              <module name="com.fasterxml.jackson.core.jackson-databind"/>
                              <module name="com.fasterxml.jackson.datatype.jackson-datatype-jdk8"/>
                              <module name="com.fasterxml.jackson.datatype.jackson-datatype-jsr310"/>
                            </dependencies>
                            """);

    @Inject MerchantService merchants;
    @Inject WalletService wallets;
    @Inject LedgerService ledger;
    @Inject EvidenceService evidence;
    @Inject UserTransaction transaction;
    @Resource ManagedExecutorService threads;

    @Deployment
    static EnterpriseArchive ear() {
        var ear =
                ShrinkWrap.create(ZipImporter.class, "test.ear")
                        .importFrom(new File("../marketplace-ear/ear/target/marketplace.ear"))
                        .as(EnterpriseArchive.class);
        for (String path :
                List.of(
                        "META-INF/application.xml",
                        "META-INF/jboss-deployment-structure.xml",
                        "rest.war",
                        "web-vaadin.war")) {
            ear.delete(path);
        }
        ear.setApplicationXML(new StringAsset(APPLICATION));
        ear.addAsManifestResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml");
        ear.addAsModule(
                ShrinkWrap.create(WebArchive.class, "test.war")
                        .addClass(ExchangeInContainerTest.class)
                        .addAsWebInfResource(new StringAsset(BEANS), "beans.xml"));
        return ear;
    }

    @Test
    void what_is_rolled_back_leaves_no_money_no_ledger_line_and_no_evidence() throws Exception {
        Caller buyer = admitted("roller", "91310000MA000001");
        int before = entries(buyer);

        transaction.begin();
        wallets.topUp(buyer, Money.cny("100.00"));
        assertEquals("100.00 CNY", wallets.view(buyer).available().toString());
        transaction.rollback();

        assertEquals("0.00 CNY", wallets.view(buyer).available().toString());
        assertEquals(before, entries(buyer));
        assertTrue(ledger.proof().balanced());
    }

    @Test
    void a_refusal_inside_a_transaction_dooms_all_of_it() throws Exception {
        Caller buyer = admitted("doomed", "91310000MA000002");

        transaction.begin();
        wallets.topUp(buyer, Money.cny("100.00"));
        assertThrows(Refusal.class, () -> wallets.topUp(buyer, Money.cny("-1.00")));
        assertThrows(Exception.class, transaction::commit);

        assertEquals("0.00 CNY", wallets.view(buyer).available().toString());
    }

    @Test
    void the_log_gives_an_entry_its_place_by_itself() throws Exception {
        Caller buyer = admitted("placed", "91310000MA000003");
        wallets.topUp(buyer, Money.cny("1.00"));
        var entry = evidence.entries(buyer, Optional.empty(), PageRequest.first(1)).items();

        assertNotNull(proofOf(entry.getFirst().id()).checkpoint().rootHash());
    }

    /// Waits for the timer.
    private InclusionProof proofOf(EntryId id) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                return evidence.inclusionProof(id);
            } catch (Refusal notYet) {
                assertEquals(ErrorCode.NOT_READY, notYet.code());
                assertTrue(System.nanoTime() < end, "the timer does not run");
                Thread.sleep(100);
            }
        }
    }

    @Test
    void of_equal_applications_at_once_one_is_taken() throws Exception {
        List<Callable<Boolean>> applications = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Caller applicant = new Caller("racer-" + i, Set.of(Role.BUYER));
            applications.add(() -> applied(applicant));
        }
        long taken = 0;
        for (Future<Boolean> application : threads.invokeAll(applications)) {
            taken += application.get() ? 1 : 0;
        }

        assertEquals(1, taken);
    }

    private boolean applied(Caller applicant) {
        try {
            merchants.apply(applicant, application("91310000MA000004"));
            return true;
        } catch (RuntimeException second) {
            assertTrue(isDuplicate(second), second.toString());
            return false;
        }
    }

    /// By the rule, or by the index where two passed the rule at the same time: the API answers
    /// DUPLICATE to both.
    private static boolean isDuplicate(@Nullable Throwable thrown) {
        return switch (thrown) {
            case null -> false;
            case Refusal refusal -> refusal.code() == ErrorCode.DUPLICATE;
            case SQLException database when "23505".equals(database.getSQLState()) -> true;
            default -> isDuplicate(thrown.getCause());
        };
    }

    private int entries(Caller caller) {
        return evidence.entries(caller, Optional.empty(), PageRequest.first(PageRequest.MOST))
                .items()
                .size();
    }

    private Caller admitted(String user, String sixteen) {
        Caller buyer = new Caller(user, Set.of(Role.BUYER));
        Merchant merchant = merchants.apply(buyer, application(sixteen));
        merchants.startReview(OPERATOR, merchant.id());
        merchants.decide(OPERATOR, merchant.id(), new Decision(true, "documents seen"));
        return buyer;
    }

    private static MerchantApplication application(String sixteen) {
        String creditCode = CreditCode.complete(sixteen).value();
        return new MerchantApplication("Test Ltd", creditCode, MerchantType.TRADER, "desk");
    }
}
