-- One kind of request for wrk, described by the environment; the result is one line that starts with RESULT.
local path, body, etag = os.getenv("BENCH_PATH"), os.getenv("BENCH_BODY"), os.getenv("BENCH_ETAG")
math.randomseed(os.time())
local count = math.random(1000000) -- Each run asks for something else.

wrk.method = os.getenv("BENCH_METHOD")
wrk.headers["Accept-Encoding"] = "gzip"
wrk.headers["Authorization"] = os.getenv("BENCH_TOKEN")
wrk.headers["Content-Type"] = body and "application/json" or nil
wrk.headers["If-None-Match"] = etag

local function twenty(first)
  local numbers = {}
  for n = 0, 19 do numbers[n + 1] = first + n end
  return table.concat(numbers, ",")
end

local function fill(text)
  return (text:gsub("%%n", tostring(count)):gsub("%%s", function() return twenty(1 + count * 20 % 19980) end))
end

function request()
  count = count + 1
  local place = path:gsub("%%n", tostring(1 + count * 7 % 20000))
  return wrk.format(nil, place, nil, body and fill(body) or nil)
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(90), latency:percentile(99),
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
