package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The dictionary of coins")
class CoinDictionaryTest {

    private static final long RENAMED = 2_000;

    private static final List<Coin> COINS = List.of(
            coin("BTC", "Bitcoin", "XBT"),
            coin("BCH", "Bitcoin Cash"),
            coin("ETH", "Ethereum", "Ether"),
            coin("SOL", "Solana"),
            new Coin("LINK", "Chainlink", List.of(), true, 0, Long.MAX_VALUE),
            new Coin("OM", "MANTRA DAO", List.of(), false, 0, Long.MAX_VALUE),
            new Coin("MATIC", "Polygon", List.of(), false, 0, RENAMED),
            new Coin("POL", "Polygon", List.of(), false, RENAMED, Long.MAX_VALUE));

    private final CoinDictionary dictionary = new CoinDictionary(COINS);

    private static Coin coin(String symbol, String name, String... aliases) {
        return new Coin(symbol, name, List.of(aliases), false, 1_000, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Buy $ETH now                                 | ETH
            yaaas buy more $sol                          | SOL
            $LINK and $OM, short or words, are cashtags  | LINK OM
            (NASDAQ:$BTC)                                | BTC
            BITCOIN, bitcoin, Bitcoin's                  | BTC
            XBT is another name of it                    | BTC
            BTC/USD falls                                | BTC
            #SOL                                         | SOL
            Bitcoin Cash splits                          | BCH
            Bitcoin and bitcoin cash split               | BCH BTC
            ＥＴＨ in wide letters                        | ETH
            BTC, ETH and Solana                          | BTC ETH SOL
            """)
    void finds_cashtags_names_and_tickers(String text, String symbols) {
        assertThat(dictionary.subjects(text, 1_000)).containsExactly(symbols.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            follow the LINK               | an ambiguous ticker
            OM is short                   | a ticker of two letters
            he sold btc and sol           | tickers in lower case
            US$LINK                       | no cashtag inside a word
            bitcoins are not in this list | a name is whole words
            BTCUSD                        | a ticker is a whole word
            https://x.org/bitcoin-$ETH    | addresses are not read
            HTTPS://X.ORG/ETH             | nor in capitals
            BTC ETH SOL BCH               | four coins are a list
            ''                            | nothing
            """)
    void finds_none_in(String text, String because) {
        assertThat(dictionary.subjects(text, 1_000)).as(because).isEmpty();
    }

    @Test
    void reads_words_as_they_were_meant_when_published() {
        assertThat(dictionary.subjects("Bitcoin", 999)).isEmpty();
        assertThat(dictionary.subjects("Bitcoin", 1_000)).containsExactly("BTC");
        assertThat(dictionary.subjects("Polygon rises", RENAMED - 1)).containsExactly("MATIC");
        assertThat(dictionary.subjects("Polygon rises", RENAMED)).containsExactly("POL");
        assertThat(dictionary.subjects("$MATIC", RENAMED)).isEmpty();
    }

    @Test
    void has_a_version_of_its_content_alone() {
        List<Coin> backwards = COINS.stream()
                .sorted((a, b) -> b.symbol().compareTo(a.symbol()))
                .toList();
        List<Coin> fewer = COINS.subList(1, COINS.size());

        assertThat(new CoinDictionary(backwards).version())
                .isEqualTo(dictionary.version())
                .hasSize(64);
        assertThat(new CoinDictionary(fewer).version()).isNotEqualTo(dictionary.version());
    }

    @Test
    void gives_no_word_two_meanings_at_one_time() {
        List<Coin> clashing = List.of(coin("AAA", "Alpha"), coin("BBB", "alpha!"), coin("AAA", "Another"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoinDictionary(clashing))
                .withMessage("""
                        'AAA' means AAA and AAA at one time; give it to one, or end one with until
                        'alpha' means AAA and BBB at one time; give it to one, or end one with until""");
    }

    @Test
    void takes_only_coins_with_a_symbol_a_name_and_a_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coin("btc", "Bitcoin"))
                .withMessage("coin 'btc': expected a symbol in capitals and digits, e.g. BTC");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coin("BTC", "Bitcoin", "₿"))
                .withMessage("coin BTC: name '₿' has no letters or digits; write it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coin("BTC", "Bitcoin", List.of(), false, 5, 5))
                .withMessage("coin BTC: valid from 5 until 5, expected from before until");
    }
}
