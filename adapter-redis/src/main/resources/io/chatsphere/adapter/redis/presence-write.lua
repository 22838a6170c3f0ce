-- Writes presence. KEYS[1] is what all keys begin with; ARGV: the operation, the server's time in milliseconds after which
-- it is too late for it, and what it needs. Ids are 16 bytes each, a viewer is the room's id and the user's, many of them are
-- one string. RedisPresenceRegistry draws the keys.

local ONLINE, ACTIVE, LIVE = KEYS[1] .. 'online', KEYS[1] .. 'active', KEYS[1] .. 'live'
local MORE, NODES = KEYS[1] .. 'more', KEYS[1] .. 'nodes'
local KEEP = 3600000
local USER, VIEWER = 16, 32
local call = redis.call

local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function lease(node)
  return KEYS[1] .. 'lease:' .. node
end

local function users(node)
  return KEYS[1] .. 'users:' .. node
end

local function viewers(node)
  return KEYS[1] .. 'viewers:' .. node
end

local function former(node)
  return node .. ':former'
end

-- With the last node everything goes, though not soon: who was on a node that died is told by one that lives.
local function keep(...)
  for _, key in ipairs({...}) do
    call('PEXPIRE', key, KEEP)
  end
end

-- One more node has an entry; whether it is the first.
local function enter(all, id)
  if call('ZADD', all, 0, id) == 1 then
    return true
  end
  call('HINCRBY', MORE, id, 1)
  return false
end

-- One node less has an entry; whether it was the last.
local function leave(all, id)
  local more = call('HGET', MORE, id)
  if more == '1' then
    call('HDEL', MORE, id)
  elseif more then
    call('HINCRBY', MORE, id, -1)
  else
    call('ZREM', all, id)
    if all == ONLINE then
      call('ZREM', ACTIVE, id)
    end
    return true
  end
  return false
end

-- Moves what is left of an earlier life of the node aside, to end by itself unless the node adds it again.
local function set_aside(name, node)
  local own, aside = name(node), name(former(node))
  if call('EXISTS', own) == 0 then
    return false
  end
  if call('EXISTS', aside) == 0 then
    call('RENAME', own, aside)
  else
    call('SUNIONSTORE', aside, aside, own)
    call('UNLINK', own)
  end
  return true
end

local function add(name, all, node, ids, size, each)
  local added = {}
  if call('EXISTS', lease(node)) == 0 then
    return ''
  end
  local own, aside = name(node), name(former(node))
  local has_former = call('EXISTS', aside) == 1
  for from = 1, #ids, size do
    local id = string.sub(ids, from, from + size - 1)
    if call('SADD', own, id) == 1 then
      local moved = has_former and call('SREM', aside, id) == 1
      if not moved and enter(all, id) then
        added[#added + 1] = id
      end
    end
    each(id)
  end
  keep(own, all, ACTIVE, MORE, NODES)
  return table.concat(added)
end

local function remove(name, all, node, ids, size)
  local own, aside = name(node), name(former(node))
  local removed = {}
  for from = 1, #ids, size do
    local id = string.sub(ids, from, from + size - 1)
    local was_there = call('SREM', own, id) == 1 or call('SREM', aside, id) == 1
    if was_there and leave(all, id) then
      removed[#removed + 1] = id
    end
  end
  return table.concat(removed)
end

-- Removes some entries.
local function pop(key, all, count)
  local ids = call('SPOP', key, count)
  local gone = {}
  for _, id in ipairs(ids) do
    if leave(all, id) then
      gone[#gone + 1] = id
    end
  end
  return table.concat(gone), #ids
end

-- Removes some entries of a node without a lease, and the node with the last one.
local function clear(node, count)
  local gone_users, popped = pop(users(node), ONLINE, count)
  local gone_viewers = ''
  if popped < count then
    gone_viewers, popped = pop(viewers(node), LIVE, count - popped)
  end
  if call('EXISTS', users(node), viewers(node)) == 0 then
    call('SREM', NODES, node)
  end
  return {gone_users, gone_viewers}
end

local operations = {}

function operations.renew(node, ttl, token)
  local info = redis.pcall('INFO', 'server')
  local run = type(info) == 'string' and string.match(info, 'run_id:(%x+)') or ''
  -- A server that was started again, or took over, may lack what was written last, and have what was removed.
  local stamp = run .. token
  local held = call('GET', lease(node)) == stamp
  if not held then
    local some_users, some_viewers = set_aside(users, node), set_aside(viewers, node)
    if some_users or some_viewers then
      call('SET', lease(former(node)), '', 'PX', ttl)
      call('SADD', NODES, former(node))
    end
  end
  call('SET', lease(node), stamp, 'PX', ttl)
  call('SADD', NODES, node)
  keep(ONLINE, ACTIVE, LIVE, MORE, NODES)
  for _, other in ipairs(call('SMEMBERS', NODES)) do
    keep(users(other), viewers(other))
  end
  return {held and 1 or 0, now}
end

function operations.release(node, count)
  call('DEL', lease(node), lease(former(node)))
  for _, life in ipairs({node, former(node)}) do
    if call('SISMEMBER', NODES, life) == 1 then
      return clear(life, tonumber(count))
    end
  end
  return false
end

-- An answer that was lost is given again to whoever asks with the same number.
function operations.expire(count, number)
  local answer = KEYS[1] .. 'answer:' .. number
  local known = call('GET', answer)
  if known then
    return cmsgpack.unpack(known)
  end
  for _, node in ipairs(call('SMEMBERS', NODES)) do
    if call('EXISTS', lease(node)) == 0 then
      local gone = clear(node, tonumber(count))
      if gone[1] ~= '' or gone[2] ~= '' then
        call('SET', answer, cmsgpack.pack(gone), 'PX', KEEP)
      end
      return gone
    end
  end
  return false
end

function operations.add_users(node, ids)
  local latest = call('ZREVRANGE', ACTIVE, 0, 0, 'WITHSCORES')
  local number = tonumber(latest[2] or 0)
  return add(users, ONLINE, node, ids, USER, function(id)
    number = number + 1
    call('ZADD', ACTIVE, string.format('%.0f', number), id)
  end)
end

function operations.remove_users(node, ids)
  return remove(users, ONLINE, node, ids, USER)
end

function operations.add_viewers(node, ids)
  return add(viewers, LIVE, node, ids, VIEWER, function() end)
end

function operations.remove_viewers(node, ids)
  return remove(viewers, LIVE, node, ids, VIEWER)
end

if now > tonumber(ARGV[2]) then
  return redis.error_reply('LATE too late to be done')
end
return operations[ARGV[1]](unpack(ARGV, 3))
