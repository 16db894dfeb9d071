package org.cryptosmarttrader.ingest.box;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.box.BoxedChain.Block;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.wire.Json;

/** Whoever tells of a chain in a box: Esplora below {@code /esplora}, a node at {@code /rpc}, Etherscan at {@code /v2/api}. */
public final class BoxedNodes implements AutoCloseable {

    private static final int ESPLORA_PAGE = 25;
    private static final int MOST_SLOW = 2;
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private final BoxedChain chain;
    private final FaultPlan plan;
    private final LongSupplier millis;
    private final Javalin server;
    private final List<String> requests = new ArrayList<>();

    /** Blocks a query of logs may span, and what is said of one that spans more. */
    private int mostBlocks = Integer.MAX_VALUE;

    private String tooWide = "{\"code\":-32005,\"message\":\"query returned more than 10000 results\"}";
    private boolean tellsTimeWithLogs;
    private int decimals = 6;
    private long finalized = 64;
    private String instead = "";
    private int status = 200;
    private int slow;

    public BoxedNodes(BoxedChain chain, FaultPlan plan, LongSupplier millis) {
        this.chain = chain;
        this.plan = plan;
        this.millis = millis;
        JavalinLogger.enabled = false;
        server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.disableCompression();
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
        });
        server.get("/esplora/*", this::esplora);
        server.post("/rpc/*", call -> answer(call, this::rpc));
        server.get("/v2/api", call -> answer(call, this::etherscan));
        server.start("127.0.0.1", 0);
    }

    public String base() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What was asked, in order; of a node its body. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized BoxedNodes mostBlocks(int most, String error) {
        mostBlocks = most;
        tooWide = error;
        return this;
    }

    public synchronized BoxedNodes tellsTimeWithLogs() {
        tellsTimeWithLogs = true;
        return this;
    }

    public synchronized BoxedNodes decimals(int said) {
        decimals = said;
        return this;
    }

    /** How far behind the newest block the finalized one is. */
    public synchronized BoxedNodes finalized(long behind) {
        finalized = behind;
        return this;
    }

    /** Says this from now on, whatever it is asked; the empty text ends that. */
    public synchronized BoxedNodes says(int httpStatus, String body) {
        status = httpStatus;
        instead = body;
        return this;
    }

    @FunctionalInterface
    private interface Face {
        String body(Context call, HttpFault fault);
    }

    private void answer(Context call, Face face) throws IOException {
        HttpFault fault;
        String body;
        synchronized (this) {
            String query = call.queryString() == null ? "" : "?" + call.queryString();
            requests.add(call.path() + query + call.body());
            fault = bearable(plan.nextHttp(millis.getAsLong()));
            call.status(status);
            body = instead.isEmpty() ? face.body(call, fault) : instead;
        }
        call.header("Connection", "close").contentType("application/json");
        BoxedRest.send(call, fault, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Those that end when the client's own patience does cost real time. */
    private HttpFault bearable(HttpFault fault) {
        boolean isSlow = fault == HttpFault.NO_ANSWER || fault == HttpFault.SLOW_LORIS;
        slow += isSlow ? 1 : 0;
        return isSlow && slow > MOST_SLOW ? HttpFault.RESET : fault;
    }

    // ---- Esplora

    private void esplora(Context call) throws IOException {
        answer(call, (asked, fault) -> switch (fault) {
            case GARBAGE -> "<html>busy</html>";
            case RATE_LIMIT, THROTTLED, BUSY, UNKNOWN_ERROR -> said(call, 429, "Too Many Requests");
            default -> esploraBody(call, call.path().substring("/esplora".length()));
        });
    }

    private static String said(Context call, int status, String text) {
        call.status(status);
        return text;
    }

    private String esploraBody(Context call, String path) {
        String[] part = path.split("/");
        if (path.equals("/blocks/tip/hash")) {
            return chain.tip().hash();
        }
        if (part[1].equals("block-height")) {
            return chain.at(Long.parseLong(part[2]))
                    .map(Block::hash)
                    .orElseGet(() -> said(call, 404, "Block not found"));
        }
        return chain.of(part[2])
                .map(block -> part.length == 3 ? esploraBlock(block) : esploraPage(block, Integer.parseInt(part[4])))
                .orElseGet(() -> said(call, 404, "Block not found"));
    }

    public static String esploraBlock(Block block) {
        return """
                {"id":"%s","height":%d,"version":1,"timestamp":%d,"mediantime":%d,"tx_count":%d,"previousblockhash":"%s","extra":{"new":1}}""".formatted(
                        block.hash(),
                        block.height(),
                        block.time(),
                        block.time() - 3_000,
                        block.sent().size() + 1,
                        block.previous());
    }

    public static String esploraPage(Block block, int start) {
        String coinbase = """
                {"txid":"%s","vin":[{"txid":"%s","is_coinbase":true,"prevout":null}],"vout":[{"scriptpubkey_address":"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa","value":312500000}]}""".formatted(BoxedChain.id("coinbase " + block.hash()), "0".repeat(64));
        return Stream.concat(Stream.of(coinbase), block.sent().stream().map(sent -> transaction(sent, block)))
                .skip(start)
                .limit(ESPLORA_PAGE)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** With change of half a bitcoin to the sender, and a note. */
    private static String transaction(Sent sent, Block block) {
        return """
                {"txid":"%s","fee":12000,"status":{"confirmed":true,"block_height":%d,"block_hash":"%s","block_time":%d},\
                "vin":[{"txid":"%s","vout":0,"is_coinbase":false,"prevout":{"scriptpubkey_address":"%s","value":%d}}],\
                "vout":[{"scriptpubkey_address":"%s","scriptpubkey_type":"p2sh","value":%d},\
                {"scriptpubkey_address":"%6$s","value":50000000},{"scriptpubkey_type":"op_return","value":0}]}""".formatted(
                        sent.id(),
                        block.height(),
                        block.hash(),
                        block.time(),
                        BoxedChain.id("before " + sent.id()),
                        sent.from(),
                        sent.units().longValue() + 50_012_000,
                        sent.to(),
                        sent.units().longValue());
    }

    // ---- a node

    private String rpc(Context call, HttpFault fault) {
        switch (fault) {
            case GARBAGE:
                return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[{";
            case RATE_LIMIT, THROTTLED:
                return error("{\"code\":-32005,\"message\":\"daily request count exceeded, request rate limited\"}");
            case BUSY:
                return error("{\"code\":-32000,\"message\":\"header not found\"}");
            case UNKNOWN_ERROR:
                return error("{\"code\":-32099,\"message\":\"something new\"}");
            default:
        }
        try {
            JsonNode asked = Json.mapper().readTree(call.body());
            JsonNode first = asked.path("params").path(0);
            return switch (asked.path("method").asText()) {
                case "eth_getBlockByNumber" -> result(header(first.asText()));
                case "eth_getLogs" -> logs(first);
                case "eth_call" -> result("\"0x%064x\"".formatted(decimals));
                default -> error("{\"code\":-32601,\"message\":\"the method does not exist\"}");
            };
        } catch (IOException e) {
            return error("{\"code\":-32700,\"message\":\"parse error\"}");
        }
    }

    private static String result(String value) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + value + "}";
    }

    private static String error(String error) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}";
    }

    private String header(String which) {
        long tip = chain.tip().height();
        long height =
                switch (which) {
                    case "latest" -> tip;
                    case "finalized", "safe" -> Math.max(0, tip - finalized);
                    default -> number(which);
                };
        return chain.at(height).map(BoxedNodes::header).orElse("null");
    }

    public static String header(Block block) {
        return "{\"number\":\"0x%x\",\"hash\":\"0x%s\",\"parentHash\":\"0x%s\",\"timestamp\":\"0x%x\",\"transactions\":[]}"
                .formatted(block.height(), block.hash(), block.previous(), block.time());
    }

    private static long number(String hex) {
        return Long.parseLong(hex.substring(2), 16);
    }

    private String logs(JsonNode filter) {
        long from = number(filter.path("fromBlock").asText());
        long to = Math.min(number(filter.path("toBlock").asText()), chain.tip().height());
        if (to - from + 1 > mostBlocks) {
            return error(tooWide);
        }
        List<String> logs = new ArrayList<>();
        for (long height = from; height <= to; height++) {
            chain.at(height).ifPresent(block -> logs.addAll(logs(block, tellsTimeWithLogs)));
        }
        return result(logs.stream().collect(Collectors.joining(",", "[", "]")));
    }

    /** Those of the transfers of tokens, and of a picture that changes hands. */
    public static List<String> logs(Block block, boolean tellsTime) {
        List<String> logs = new ArrayList<>();
        for (Sent sent : block.sent()) {
            String time = tellsTime ? "\"blockTimestamp\":\"0x%x\",".formatted(block.time()) : "";
            String log = """
                    {"address":"%s","topics":["%s","0x%s","0x%s"%s],"data":"%s",%s"blockNumber":"0x%x","blockHash":"0x%s",\
                    "transactionHash":"0x%s","transactionIndex":"0x1","logIndex":"0x%x","removed":false}""";
            if (!sent.contract().isEmpty()) {
                logs.add(log.formatted(
                        sent.contract(),
                        TRANSFER,
                        topic(sent.from()),
                        topic(sent.to()),
                        "",
                        "0x%064x".formatted(sent.units()),
                        time,
                        block.height(),
                        block.hash(),
                        sent.id(),
                        logs.size()));
                logs.add(log.formatted(
                        sent.contract(),
                        TRANSFER,
                        topic(sent.from()),
                        topic(sent.to()),
                        ",\"0x%064x\"".formatted(7),
                        "0x",
                        time,
                        block.height(),
                        block.hash(),
                        sent.id(),
                        logs.size()));
            }
        }
        return logs;
    }

    private static String topic(String address) {
        return "0".repeat(24) + address.substring(2);
    }

    // ---- Etherscan

    private String etherscan(Context call, HttpFault fault) {
        return switch (fault) {
            case GARBAGE -> "{\"status\":\"1\",\"message\":\"OK\",\"result\":[{";
            case RATE_LIMIT, THROTTLED -> notOk("Max rate limit reached, please use API Key for higher rate limit");
            case BUSY -> notOk("Query Timeout occured. Please select a smaller result dataset");
            case UNKNOWN_ERROR -> notOk("Something new");
            default ->
                switch (call.queryParam("action")) {
                    case "eth_blockNumber" ->
                        result("\"0x%x\"".formatted(chain.tip().height()));
                    case "eth_getBlockByNumber" -> result(header(call.queryParam("tag")));
                    case "txlist" -> list(call, false);
                    default -> list(call, true);
                };
        };
    }

    public static String notOk(String reason) {
        return "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"%s\"}".formatted(reason);
    }

    private String list(Context call, boolean isOfTokens) {
        String address = call.queryParam("address");
        String contract = call.queryParam("contractaddress");
        long from = Long.parseLong(call.queryParam("startblock"));
        long to = Math.min(
                Long.parseLong(call.queryParam("endblock")), chain.tip().height());
        int page = Integer.parseInt(call.queryParam("page"));
        int offset = Integer.parseInt(call.queryParam("offset"));
        List<String> rows = new ArrayList<>();
        for (long height = from; height <= to; height++) {
            Block block = chain.at(height).orElseThrow();
            block.sent().stream()
                    .filter(sent -> sent.from().equals(address) || sent.to().equals(address))
                    .filter(sent -> sent.contract().isEmpty() != isOfTokens)
                    .filter(sent -> contract == null || contract.equals(sent.contract()))
                    .forEach(sent -> rows.add(row(sent, block)));
        }
        List<String> shown =
                rows.stream().skip((long) (page - 1) * offset).limit(offset).toList();
        return shown.isEmpty()
                ? "{\"status\":\"0\",\"message\":\"No transactions found\",\"result\":[]}"
                : "{\"status\":\"1\",\"message\":\"OK\",\"result\":[" + String.join(",", shown) + "]}";
    }

    public static String row(Sent sent, Block block) {
        return """
                {"blockNumber":"%d","timeStamp":"%d","hash":"0x%s","nonce":"1","blockHash":"0x%s","from":"%s","to":"%s","value":"%d",\
                "contractAddress":"%s","tokenName":"Tether USD","tokenSymbol":"USDT","tokenDecimal":"6","isError":"%d","confirmations":"12"}""".formatted(
                        block.height(),
                        block.time(),
                        sent.id(),
                        block.hash(),
                        sent.from(),
                        sent.to(),
                        sent.units(),
                        sent.contract(),
                        sent.id().startsWith("dead") ? 1 : 0);
    }

    @Override
    public void close() {
        server.stop();
    }
}
