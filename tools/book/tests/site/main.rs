mod built;
mod refused;
mod workbook;
