-- Takes from a budget, or gives back. KEYS[1] holds the microsecond at which it is whole again, and ends then; ARGV: the
-- microseconds in which one comes back and in which all do, and how many are taken, below zero given back.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local one, all, count = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

local whole_at = tonumber(redis.call('GET', KEYS[1]) or now)
-- Never more than all: the clock may have gone back.
local missing = math.max(0, math.min(all, whole_at - now))
local granted = missing + count * one <= all
if granted then
  missing = math.max(0, missing + count * one)
  if missing > 0 then
    redis.call('SET', KEYS[1], string.format('%.0f', now + missing), 'PX', math.ceil(missing / 1000))
  else
    redis.call('DEL', KEYS[1])
  end
end
return {granted and 1 or 0, missing}
