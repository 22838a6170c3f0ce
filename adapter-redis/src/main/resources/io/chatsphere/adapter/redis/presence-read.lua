-- Reads presence: who is online and who is live, by the keys that presence-write.lua writes. KEYS[1] is what they begin with;
-- ARGV as there; a read never is too late.

local ONLINE, ACTIVE, LIVE = KEYS[1] .. 'online', KEYS[1] .. 'active', KEYS[1] .. 'live'
local USER = 16
local LAST = string.rep('\255', USER)
local call = redis.call

local operations = {}

function operations.online(after, limit)
  local from = after == '' and '-' or '(' .. after
  local page = call('ZRANGEBYLEX', ONLINE, from, '+', 'LIMIT', 0, limit)
  return {call('ZCARD', ONLINE), table.concat(page)}
end

function operations.recently_active(limit)
  local page = limit == '0' and {} or call('ZREVRANGE', ACTIVE, 0, limit - 1)
  return {call('ZCARD', ONLINE), table.concat(page)}
end

function operations.online_among(ids)
  local online = {}
  for from = 1, #ids, USER do
    local id = string.sub(ids, from, from + USER - 1)
    if call('ZSCORE', ONLINE, id) then
      online[#online + 1] = id
    end
  end
  return table.concat(online)
end

function operations.live(room, limit)
  local page = call('ZRANGEBYLEX', LIVE, '[' .. room, '[' .. room .. LAST, 'LIMIT', 0, limit)
  for i, viewer in ipairs(page) do
    page[i] = string.sub(viewer, USER + 1)
  end
  return {call('ZLEXCOUNT', LIVE, '[' .. room, '[' .. room .. LAST), table.concat(page)}
end

function operations.count_live(rooms)
  local counts = {}
  for from = 1, #rooms, USER do
    local room = string.sub(rooms, from, from + USER - 1)
    counts[#counts + 1] = call('ZLEXCOUNT', LIVE, '[' .. room, '[' .. room .. LAST)
  end
  return counts
end

return operations[ARGV[1]](unpack(ARGV, 3))
