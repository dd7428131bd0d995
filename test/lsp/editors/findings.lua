-- Opens a file in Neovim with `heed lsp` attached, and prints the findings that Neovim shows, one a line.
-- Run as: nvim --headless -u NONE --noplugin -c 'luafile findings.lua'
local env = vim.env

local function finish(code, text)
  io.stdout:write(text .. '\n')
  vim.cmd(code == 0 and 'qall!' or ('cquit ' .. code))
end

vim.cmd('filetype on')
vim.cmd('edit ' .. vim.fn.fnameescape(env.HEED_FILE))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'heed',
  cmd = { env.HEED_NODE, env.HEED_CLI, 'lsp', '--stdio' },
  root_dir = env.HEED_ROOT,
  workspace_folders = { { name = 'root', uri = vim.uri_from_fname(env.HEED_ROOT) } },
})
if not client then finish(2, 'Neovim did not start the server') end
vim.lsp.buf_attach_client(buffer, client)
local wanted = tonumber(env.HEED_COUNT)
if not vim.wait(30000, function() return #vim.diagnostic.get(buffer) >= wanted end, 50) then
  finish(3, 'only ' .. #vim.diagnostic.get(buffer) .. ' findings')
end
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  local line = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, false)[1]
  local _, column = vim.str_utfindex(line, found.col)
  local code = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code)
  io.stdout:write(vim.fn.json_encode({ line = found.lnum + 1, column = column + 1, rule = code, text = found.message }) .. '\n')
end
vim.lsp.stop_client(client)
finish(0, '')
