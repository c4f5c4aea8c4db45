mod built;
mod live;
mod refused;
mod workbook;
