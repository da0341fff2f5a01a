"""Countries by the words that stand for them: their names, their adjectives, and the seats whose names stand for a government."""

_COUNTRIES = """
Afghanistan: Afghan; Albania: Albanian; Algeria: Algerian; Angola: Angolan; Argentina: Argentine
Argentinian; Armenia: Armenian Yerevan; Australia: Australian Canberra; Austria: Austrian; Azerbaijan:
Azerbaijani Azeri Baku; Bahrain: Bahraini; Bangladesh: Bangladeshi; Belarus: Belarusian Belarussian Minsk;
Belgium: Belgian; Benin: Beninese; Bolivia: Bolivian; Bosnia: Bosnian; Brazil: Brazilian; Britain: British
UK London; Bulgaria: Bulgarian; Burkina Faso: Burkinabe; Burundi: Burundian; Cambodia: Cambodian; Cameroon:
Cameroonian; Canada: Canadian Ottawa; Chad: Chadian; Chile: Chilean; China: Chinese Beijing; Colombia:
Colombian; Congo: Congolese; Costa Rica: Rican; Croatia: Croatian; Cuba: Cuban Havana; Cyprus: Cypriot;
Czechia: Czech; Denmark: Danish; Ecuador: Ecuadorian Ecuadorean; Egypt: Egyptian Cairo; El Salvador:
Salvadoran Salvadorean; Eritrea: Eritrean; Estonia: Estonian; Ethiopia: Ethiopian; Finland: Finnish; France:
French Paris; Gabon: Gabonese; Gambia: Gambian; Georgia: Georgian Tbilisi; Germany: German Berlin; Ghana:
Ghanaian; Greece: Greek Athens; Guatemala: Guatemalan; Guinea: Guinean; Haiti: Haitian; Honduras: Honduran;
Hungary: Hungarian; Iceland: Icelandic; India: Indian; Indonesia: Indonesian; Iran: Iranian Tehran; Iraq:
Iraqi Baghdad; Ireland: Irish; Israel: Israeli; Italy: Italian; Ivory Coast: Ivorian; Japan: Japanese Tokyo;
Jordan: Jordanian; Kazakhstan: Kazakh; Kenya: Kenyan; Kosovo: Kosovar Kosovan; Kuwait: Kuwaiti; Kyrgyzstan:
Kyrgyz; Laos: Laotian; Latvia: Latvian; Lebanon: Lebanese; Liberia: Liberian; Libya: Libyan; Lithuania:
Lithuanian; Malawi: Malawian; Malaysia: Malaysian; Mali: Malian; Mauritania: Mauritanian; Mexico: Mexican;
Moldova: Moldovan; Mongolia: Mongolian; Montenegro: Montenegrin; Morocco: Moroccan; Mozambique: Mozambican;
Myanmar: Burmese; Nepal: Nepalese Nepali; Netherlands: Dutch; New Zealand: Zealander; Nicaragua: Nicaraguan;
Niger: Nigerien; Nigeria: Nigerian; Norway: Norwegian; Oman: Omani; Pakistan: Pakistani Islamabad;
Palestine: Palestinian; Panama: Panamanian; Paraguay: Paraguayan; Peru: Peruvian; Philippines: Filipino
Philippine; Poland: Polish Warsaw; Portugal: Portuguese; Qatar: Qatari; Romania: Romanian; Russia: Russian
Moscow Kremlin; Rwanda: Rwandan; Saudi Arabia: Saudi Riyadh; Senegal: Senegalese; Serbia: Serbian Serb;
Sierra Leone: Leonean; Slovakia: Slovak; Slovenia: Slovenian; Somalia: Somali; South Africa: African; Spain:
Spanish; Sri Lanka: Lankan; Sudan: Sudanese Khartoum; Sweden: Swedish; Switzerland: Swiss; Syria: Syrian
Damascus; Taiwan: Taiwanese; Tajikistan: Tajik; Tanzania: Tanzanian; Thailand: Thai; Tunisia: Tunisian;
Turkey: Turkish Ankara; Turkmenistan: Turkmen; Uganda: Ugandan; Ukraine: Ukrainian Kyiv Kiev; United Arab
Emirates: Emirati; United States: American US U.S. U.S Washington Pentagon; Uruguay: Uruguayan; Uzbekistan:
Uzbek; Venezuela: Venezuelan Caracas; Vietnam: Vietnamese; Yemen: Yemeni; Zambia: Zambian; Zimbabwe:
Zimbabwean
"""


def _sides() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in _COUNTRIES.replace("\n", " ").split(";"):
        country, _, others = entry.strip().partition(":")
        table |= dict.fromkeys((country.lower(), *others.lower().split()), country)
    del table["african"]  # of a continent, far more often
    return table


SIDES = _sides()  # by folded words: "russian" and "moscow" give "Russia"
