-- Opens a report in Neovim, waits for what the server pushes and prints it as JSON.
local client = vim.lsp.start_client({
  name = "govreport",
  cmd = { vim.env.NODE, vim.env.GOVREPORT, "lsp", "--stdio" },
  root_dir = vim.fn.fnamemodify(vim.env.REPORT, ":h"),
  get_language_id = function()
    return "govreport"
  end,
})
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.REPORT))
vim.lsp.buf_attach_client(0, client)
vim.wait(10000, function()
  return #vim.diagnostic.get(0) > 0
end, 20)

local found = vim.tbl_map(function(d)
  return {
    rule = d.user_data.lsp.code,
    message = d.message,
    start = { d.lnum, d.col },
    ["end"] = { d.end_lnum, d.end_col },
  }
end, vim.diagnostic.get(0))
io.stdout:write(#found > 0 and vim.json.encode(found) or "[]")

vim.lsp.stop_client(client)
vim.wait(2000, function()
  return vim.tbl_isempty(vim.lsp.get_active_clients())
end, 20)
vim.cmd("quitall!")
