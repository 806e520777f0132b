-- Each answer that the steering room has given.
--
-- One row per answer, with what was asked for and how many cells were shown and hidden. What it told is taken into account in all
-- later answers; the numbers themselves are in the workspace's ledger.
--
-- @title.sv Vad styrgruppens rum har visat
-- @description.sv En rad per svar, med vad som efterfrågades och hur många celler som visades och doldes. Det som har visats räknas in i alla senare svar; siffrorna finns i arbetsytans mapp ledger.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @column shown_at timestamp  UTC
-- @column asked varchar  figures and selection, as JSON
-- @column cells_shown integer
-- @column cells_hidden integer
-- @column.sv shown_at  tidpunkt i UTC
-- @column.sv asked  siffror och urval, som JSON
-- @check cells_shown >= 0 and cells_hidden >= 0
select s.shown_at, s.asked, s.cells_shown, s.cells_hidden
from shown_earlier as s
where s.programme = default_programme($programme)
order by s.shown_at desc
