package io.databourse.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.CurrencyCode;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTermsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free | 免费",
                "one-off 500 | 一次性500元",
                "negotiated 1/3 deal-7 | 依协议deal-7，1/3元",
                "per-period 100 DAY | 每个计费周期100元，不足一个周期的按已开始的天数折算",
                "per-result 0.5 0.1 0 | 查得每次0.5元，查无每次0.1元，失败每次0元",
                "per-block CALLS 100 8 | 每100次为一包，不足一包按一包计，每包8元",
                "graduated CALLS 0:0.1 1000:0.05+20"
                        + " | 分段累进，各段用量按各段单价：超过0次的，每次0.1元，超过1000次的，每次0.05元，另加固定费用20元",
                "volume ROWS 0:0.01 | 全量阶梯，全部用量按所达档单价：超过0行的，每行0.01元",
                "at-most TURNOVER 9, per-unit TURNOVER 0.02 | 每次调用最多9元交易额；每元交易额0.02元",
                "free-units CALLS 10, per-unit CALLS 0.1, discount 1/10, minimum 5, cap 80"
                        + " | 前10次免费；每次0.1元；以上合计优惠10%；最低消费5元；封顶80元"
            })
    void each_step_is_a_clause(String steps, String clauses) {
        var version =
                new PriceVersion(
                        1,
                        Instant.EPOCH,
                        CurrencyCode.CNY,
                        Arrays.stream(steps.split(", ")).map(PriceText::read).toList());

        assertThat(PriceTerms.zh(version)).isEqualTo(clauses);
    }
}
