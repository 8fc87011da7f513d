package io.databourse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// One user at a headless Chromium, as Debian packages it.
final class Browser implements AutoCloseable {
    /// Costs nothing where all is well, and a loaded machine may need it.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> FLAGS =
            List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--lang=zh-CN",
                    "--window-size=1360,1000");

    /// Vaadin has answered all that was sent.
    private static final String IDLE =
            """
            const clients = window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients;
            return !!clients && Object.values(clients).every(c => !c.isActive || !c.isActive());
            """;

    /// It warns of every Chromium that is newer than itself, though nothing here needs to know.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final WebDriverWait wait;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.ignoring(WebDriverException.class);
    }

    static Browser start() {
        return new Browser(chromium());
    }

    /// Logs in through Keycloak; a demo user's password is the name.
    void logIn(String user) {
        driver.get(Bourse.address() + "/login");
        visible(By.id("username")).sendKeys(user);
        visible(By.id("password")).sendKeys(user);
        visible(By.id("kc-login")).click();
        see("user");
    }

    private static ChromeDriver chromium() {
        Path chromium =
                CHROMIUM.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(Browser::notInstalled);
        if (!Files.isExecutable(DRIVER)) {
            throw notInstalled();
        }
        SELENIUM.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(FLAGS);
        // Chromium opens no page on some ports, and an offset may lead to one of them (10080).
        options.addArguments(
                "--explicitly-allowed-ports=" + URI.create(Bourse.address()).getPort());
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .withEnvironment(Map.of("TZ", "Asia/Shanghai"))
                        .build();
        return new ChromeDriver(service, options);
    }

    private static IllegalStateException notInstalled() {
        return new IllegalStateException(
                "the browser test needs Chromium and its driver in /usr/bin; Debian has them in"
                        + " the packages chromium and chromium-driver, fonts in fonts-noto-cjk");
    }

    Browser open(String path) {
        driver.get(Bourse.address() + path);
        settle();
        return this;
    }

    /// Opens a page that does not renew itself again and again, until it says so.
    void openUntil(String path, String text) {
        until(ignored -> open(path).page().contains(text));
    }

    WebElement see(String id) {
        return visible(By.id(id));
    }

    /// Waits until there is no such element, or it is hidden.
    void gone(String id) {
        until(ExpectedConditions.invisibilityOfElementLocated(By.id(id)));
    }

    private WebElement visible(By place) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(place));
    }

    /// Waits until the element shows the state.
    void seeState(String id, String state) {
        visible(By.cssSelector("#%s[data-state='%s']".formatted(id, state)));
    }

    /// Waits until the element says that all is well.
    void seeGood(String id) {
        visible(By.cssSelector("#%s.good".formatted(id)));
    }

    /// Waits until a notification or a part of the page says so.
    void seeRefusal(String code) {
        visible(By.cssSelector(".problem[data-code='%s']".formatted(code)));
    }

    String text(String id) {
        see(id);
        return until(ignored -> driver.findElement(By.id(id)).getText());
    }

    void click(String id) {
        press(By.id(id));
    }

    /// Clicks the first thing whose id begins so.
    void clickFirst(String idPrefix) {
        press(By.cssSelector("[id^='%s']".formatted(idPrefix)));
    }

    /// Clicks the last thing whose id begins so.
    void clickLast(String idPrefix) {
        String all = "[id^='%s']".formatted(idPrefix);
        until(ignored -> !driver.findElements(By.cssSelector(all)).isEmpty());
        var last = driver.findElements(By.cssSelector(all)).getLast();
        press(By.id(String.valueOf(last.getAttribute("id"))));
    }

    /// Waits until a chart is drawn.
    void seeChart() {
        until(ignored ->
                Boolean.TRUE.equals(
                        driver.executeScript(
                                "const c = document.querySelector('bourse-chart');"
                                        + " return !!c && c.chart.data.datasets.length > 0"
                                        + " && c.shadowRoot.querySelector('canvas').width > 0")));
    }

    /// Follows the first link whose address begins so, and waits until the page is another.
    void follow(String addressPrefix) {
        String before = Objects.requireNonNull(driver.getCurrentUrl());
        press(By.cssSelector("a[href^='%s']".formatted(addressPrefix)));
        until(ignored -> !before.equals(driver.getCurrentUrl()));
        settle();
    }

    /// Clicks the first of these that can be seen and clicked.
    private void press(By place) {
        until(ignored -> {
            var ready =
                    driver.findElements(place).stream()
                            .filter(element -> element.isDisplayed() && element.isEnabled())
                            .findFirst();
            ready.ifPresent(this::clickInTheMiddle);
            return ready.isPresent();
        });
        settle();
    }

    /// At the page's edge a click scrolls, and lists that it opens close again.
    private void clickInTheMiddle(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /// Types into a Vaadin field, replacing what is there. The value goes to the server when the
    /// field is left.
    void type(String id, String text) {
        field(id).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
        settle();
    }

    /// Replaces what is in an editor of code, by the keyboard.
    void write(String id, String code) {
        inEditor(id, "a", code);
    }

    /// Types at the end of what is in an editor of code.
    void append(String id, String code) {
        inEditor(id, Keys.END, code);
    }

    private void inEditor(String id, CharSequence withControl, String code) {
        see(id);
        press(By.cssSelector("#%s .CodeMirror-lines".formatted(id)));
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(withControl)
                .keyUp(Keys.CONTROL)
                .sendKeys(code)
                .sendKeys(Keys.TAB)
                .perform();
        settle();
    }

    /// Waits until a part of the page says so.
    void seeTextIn(String id, String text) {
        until(ignored -> text(id).contains(text));
    }

    /// Waits until a part of the page says so no more.
    void seeNoTextIn(String id, String text) {
        until(ignored -> !text(id).contains(text));
    }

    /// Ticks a box, or takes the tick away.
    void tick(String id) {
        press(By.cssSelector("#%s label".formatted(id)));
    }

    /// Chooses an item of a combo box by what it says.
    void choose(String id, String item) {
        field(id).click();
        field(id).sendKeys(Keys.chord(Keys.CONTROL, "a"), item);
        settle();
        visible(
                By.xpath(
                        "//vaadin-combo-box-item[not(@hidden)][contains(., '%1$s')]|//vaadin-multi-select-combo-box-item[not(@hidden)][contains(., '%1$s')]"
                                .formatted(item)));
        field(id).sendKeys(Keys.ENTER);
        settle();
        field(id).sendKeys(Keys.ESCAPE, Keys.TAB);
        settle();
    }

    /// Chooses an item of a select by its label.
    void select(String id, String label) {
        click(id);
        press(By.xpath("//vaadin-select-item[normalize-space()='%s']".formatted(label)));
    }

    private WebElement field(String id) {
        see(id);
        return driver.findElement(By.cssSelector("#%1$s input, #%1$s textarea".formatted(id)));
    }

    /// The last part of the page's address, once that begins so.
    String idInAddress(String prefix) {
        wait.until(ExpectedConditions.urlContains("/" + prefix));
        settle();
        String url = Objects.requireNonNull(driver.getCurrentUrl());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /// Waits until a command has led to a page whose address begins so, or was refused.
    boolean hasLedTo(String prefix) {
        until(ignored -> isAt(prefix) || !driver.findElements(By.className("problem")).isEmpty());
        return isAt(prefix);
    }

    private boolean isAt(String prefix) {
        return Objects.requireNonNull(driver.getCurrentUrl())
                .startsWith(Bourse.address() + "/" + prefix);
    }

    /// Waits until the page says all of this.
    void seeText(String... texts) {
        until(ignored -> {
            String page = page();
            return Stream.of(texts).allMatch(page::contains);
        });
    }

    String page() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// What the script returns, as text.
    String ask(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    private void settle() {
        until(ignored -> Boolean.TRUE.equals(driver.executeScript(IDLE)));
    }

    private <T> T until(ExpectedCondition<T> condition) {
        return wait.until(condition);
    }

    void photograph(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
